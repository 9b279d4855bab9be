package dev.easel.preview.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls the protected methods of a class of JavaFX on objects of it, which a subclass elsewhere
/// cannot do for an object that it passes calls on to.
final class ProtectedMethods {
    private final Map<String, Method> methods = new HashMap<>();

    /// @throws RuntimeException when JavaFX does not let us in
    ProtectedMethods(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isProtected(method.getModifiers())) {
                method.setAccessible(true);
                methods.put(key(method.getName(), method.getParameterCount()), method);
            }
        }
    }

    private static String key(String name, int count) {
        return name + count;
    }

    /// Calls the method of that name that takes as many arguments.
    @Nullable Object call(Object target, String name, @Nullable Object... arguments) {
        Method method = methods.get(key(name, arguments.length));
        if (method == null) {
            throw new IllegalStateException(
                    "This JavaFX has no " + name + Arrays.toString(arguments));
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
