package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerMemoryTest {
    private static final long MEBI = 1 << 20;

    @TempDir
    Path folder;

    private ContainerMemory memory;

    @BeforeEach
    void setUp() {
        memory = new ContainerMemory(
                folder.resolve("proc").toFile(), folder.resolve("sys").toFile());
    }

    @Test
    void version2_countsUseWithoutTheCacheThatCanGo() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        group2("", "536870912", 300 * MEBI, 100 * MEBI);
        assertThat(memory.read()).isTrue();
        assertThat(memory.limitBytes()).isEqualTo(512 * MEBI);
        assertThat(memory.usedBytes()).isEqualTo(200 * MEBI);
    }

    @Test
    void limitOfAGroupAround_holds() throws IOException {
        write("proc/self/cgroup", "0::/pod/app\n");
        group2("/pod/app", "max", 50 * MEBI, 0);
        group2("/pod", String.valueOf(256 * MEBI), 200 * MEBI, 0);
        assertThat(memory.read()).isTrue();
        assertThat(memory.limitBytes()).isEqualTo(256 * MEBI);
        assertThat(memory.usedBytes()).isEqualTo(200 * MEBI);
    }

    @Test
    void limitThatChanges_isSeen() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        group2("", String.valueOf(256 * MEBI), 100 * MEBI, 0);
        memory.read();
        write("sys/fs/cgroup/memory.max", String.valueOf(512 * MEBI));
        memory.read();
        assertThat(memory.limitBytes()).isEqualTo(512 * MEBI);
    }

    @Test
    void noLimit_isNone() throws IOException {
        write("proc/self/cgroup", "0::/user\n");
        group2("/user", "max", 50 * MEBI, 0);
        assertThat(memory.read()).isFalse();
    }

    @Test
    void version1_isRead_fromTheRootInsideAContainer() throws IOException {
        write("proc/self/cgroup", "9:name=systemd:/x\n4:memory:/docker/0123abcd\n0::/\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", 128 * MEBI + "\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", 90 * MEBI + "\n");
        write("sys/fs/cgroup/memory/memory.stat", "cache 5\ninactive_file 1\ntotal_inactive_file " + 30 * MEBI + "\n");
        assertThat(memory.read()).isTrue();
        assertThat(memory.limitBytes()).isEqualTo(128 * MEBI);
        assertThat(memory.usedBytes()).isEqualTo(60 * MEBI);
    }

    @Test
    void version1WithoutALimit_isNone() throws IOException {
        write("proc/self/cgroup", "4:memory:/\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1000\n");
        assertThat(memory.read()).isFalse();
    }

    @Test
    void systemWithoutControlGroups_hasNoLimit() {
        assertThat(memory.read()).isFalse();
    }

    private void group2(String path, String limit, long use, long cache) throws IOException {
        String group = "sys/fs/cgroup" + path;
        write(group + "/memory.max", limit + "\n");
        write(group + "/memory.current", use + "\n");
        write(group + "/memory.stat", "anon 17\ninactive_file " + cache + "\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
