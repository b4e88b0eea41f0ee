import DeviceMap

Platform.prepareProcess()
var environment = ProgramEnvironment(screenWidth: Platform.screenWidth)
if environment.screenWidth != nil { environment.showProgress = { ProgramOutput.show($0) } }
let output = Program.run(Platform.arguments, environment)
Platform.endProcess(output.write())
