package io.echotrace.it.attach;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.spi.ToolProvider;

/**
 * The code of a class that a JVM runs now, told by its debugger's interface: not what it would be if the class were defined
 * again, which is all that an agent could see.
 */
final class RunningCode {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    /** Of a method's attribute, its code's length apart. */
    private static final int CODE_HEADER = 12;

    private static final int MOST_STACK = 0xffff;

    private final int port;
    private final Path folder;

    /** @param port where the JVM listens for a debugger */
    RunningCode(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    /** As {@code javap -c} prints it, without the places of constants, which may be others after a change and back. */
    String of(String className) throws IOException, IllegalConnectorArgumentsException {
        VirtualMachine vm = connect();
        try {
            ReferenceType type = vm.classesByName(className).get(0);
            Path file = folder.resolve(className + ".class");
            Files.write(file, classFile(type));
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            ToolProvider.findFirst("javap").orElseThrow().run(out, out, "-c", "-p", file.toString());
            return text.toString().replaceAll("#\\d+(, +\\d+)?", "#").replaceAll(" +//", " //");
        } finally {
            vm.dispose(); // and the next debugger may come
        }
    }

    private VirtualMachine connect() throws IOException, IllegalConnectorArgumentsException {
        AttachingConnector socket = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = socket.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
        return socket.attach(arguments);
    }

    /** The constants and the code as they are, and around them as much of a class file as {@code javap} needs. */
    private static byte[] classFile(ReferenceType type) throws IOException {
        List<Method> methods = type.methods().stream()
                .filter(method -> !method.isAbstract() && !method.isNative())
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeShort(type.minorVersion());
        out.writeShort(type.majorVersion());
        int next = type.constantPoolCount();
        out.writeShort(next + 3 + 2 * methods.size());
        out.write(type.constantPool());
        utf8(out, type.name().replace('.', '/'));
        out.writeByte(CLASS);
        out.writeShort(next);
        utf8(out, "Code");
        for (Method method : methods) {
            utf8(out, method.name());
            utf8(out, method.signature());
        }
        out.writeShort(type.modifiers());
        out.writeShort(next + 1);
        out.writeShort(next + 1); // any class will do as the one above
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(methods.size());
        for (int i = 0; i < methods.size(); i++) {
            method(out, methods.get(i), next + 3 + 2 * i, next + 2);
        }
        out.writeShort(0);
        return bytes.toByteArray();
    }

    private static void utf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(UTF8);
        out.writeUTF(text);
    }

    private static void method(DataOutputStream out, Method method, int nameIndex, int codeIndex) throws IOException {
        byte[] code = method.bytecodes();
        out.writeShort(method.modifiers());
        out.writeShort(nameIndex);
        out.writeShort(nameIndex + 1);
        out.writeShort(1);
        out.writeShort(codeIndex);
        out.writeInt(CODE_HEADER + code.length);
        out.writeShort(MOST_STACK);
        out.writeShort(MOST_STACK);
        out.writeInt(code.length);
        out.write(code);
        out.writeShort(0); // no handlers and no attributes: the interface does not tell them
        out.writeShort(0);
    }
}
