package dev.easel.preview;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much memory this process and the machine have, in bytes; as good as the system tells it.
///
/// @param outside of this process, without the heap of Java: WebKit's share is in it
/// @param available what programs can still get
/// @param physical of the machine
record ProcessMemory(long outside, long available, long physical) {
    private static final Path STATUS = Path.of("/proc/self/statm");
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final long PAGE = 4_096;

    /// Reads it; some tens of microseconds.
    static ProcessMemory now() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        long all = Files.exists(STATUS) ? resident() : system.getCommittedVirtualMemorySize();
        return new ProcessMemory(
                Math.max(0, all - heap), available(system), system.getTotalMemorySize());
    }

    private static long resident() {
        try {
            return Long.parseLong(Files.readString(STATUS).split(" ")[1]) * PAGE;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /// Free memory leaves out what Linux would give back at once.
    private static long available(OperatingSystemMXBean system) {
        try {
            List<String> lines = Files.exists(MACHINE) ? Files.readAllLines(MACHINE) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseGet(system::getFreeMemorySize);
        } catch (IOException | NumberFormatException e) {
            return system.getFreeMemorySize();
        }
    }
}
