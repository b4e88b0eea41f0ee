import DeviceMap

Platform.prepareProcess()
let output = Program.run(Platform.arguments, ProgramEnvironment(screenWidth: Platform.screenWidth))
Platform.endProcess(output.write())
