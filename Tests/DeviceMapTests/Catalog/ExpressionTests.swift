import DeviceMap
import Testing
