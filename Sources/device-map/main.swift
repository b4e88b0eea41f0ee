import DeviceMap

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

let output = Program.run(Array(CommandLine.arguments.dropFirst()), ProgramEnvironment(screenWidth: Terminal.width))
exit(output.write())
