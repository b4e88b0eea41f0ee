import DeviceMap

Platform.prepareProcess()
var environment = ProgramEnvironment(screenWidth: Platform.screenWidth)
environment.resultWidth = Platform.resultWidth
environment.isColored = Platform.hasScreen && Platform.wantsColors
if Platform.hasScreen { environment.showProgress = { ProgramOutput.show($0) } }
let output = Program.run(Platform.arguments, environment)
Platform.endProcess(output.write())
