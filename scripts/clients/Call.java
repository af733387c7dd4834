import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.JSON;
import org.openapitools.client.model.AbstractOpenApiSchema;

/**
 * Calls every operation of a plan with the Java client that openapi-generator made.
 * Arguments: the address, the plan.
 */
public final class Call {

    private static final Set<String> OF_EVERY_MESSAGE =
            Set.of("date", "content-type", "content-length", "transfer-encoding", "connection", ":status");
    private static final List<String> APIS = List.of(
            "Audit", "Events", "Facts", "Imports", "Jobs", "Problems", "Projections", "Registry", "Sdmx", "Statistics",
            "Territories", "Trade", "Zones");

    private final ApiClient client = new ApiClient();

    public static void main(String[] arguments) throws Exception {
        var calls = new Call();
        calls.client.setBasePath(arguments[0]);
        int failed = 0;
        JsonNode plan = new ObjectMapper().readTree(Files.readString(Path.of(arguments[1])));
        for (JsonNode step : plan) {
            try {
                calls.call(step);
            } catch (InvocationTargetException failure) {
                failed++;
                System.err.println(step.get("operation").asText() + ": " + failure.getCause());
            } catch (Exception failure) { // every operation is tried
                failed++;
                System.err.println(step.get("operation").asText() + ": " + failure);
            }
        }
        System.out.println(plan.size() - failed + " passed, " + failed + " failed");
        System.exit(failed > 0 ? 1 : 0);
    }

    private void call(JsonNode step) throws Exception {
        Method method = method(step.get("operation").asText() + "WithHttpInfo");
        var given = new HashMap<String, JsonNode>();
        for (String part : List.of("inPath", "query", "header")) {
            step.get(part).properties().forEach(value -> given.put(camel(value.getKey()), value.getValue()));
        }
        var arguments = new ArrayList<Object>();
        for (var parameter : method.getParameters()) {
            JsonNode value = given.remove(parameter.getName());
            boolean isBody = value == null && isBody(step.path("body"), parameter);
            JsonNode argument = isBody ? step.get("body") : value;
            arguments.add(
                    argument == null
                            ? null
                            : JSON.getGson().fromJson(argument.toString(), parameter.getParameterizedType()));
        }
        require(given.isEmpty(), "the client doesn't take " + given.keySet());
        var api = method.getDeclaringClass().getConstructor(ApiClient.class).newInstance(client);
        var answer = (ApiResponse<?>) method.invoke(api, arguments.toArray());
        JsonNode named = step.get("answers").get(Integer.toString(answer.getStatusCode()));
        require(named != null, answer.getStatusCode() + " is not in the document");
        var unnamed = new HashSet<String>();
        answer.getHeaders().keySet().forEach(name -> unnamed.add(name.toLowerCase(Locale.ROOT)));
        unnamed.removeAll(OF_EVERY_MESSAGE);
        named.forEach(name -> unnamed.remove(name.asText()));
        require(unnamed.isEmpty(), "the document doesn't name " + unnamed);
        require(answer.getData() != null, "the client gives no data");
        read(answer.getData());
    }

    /** What is always there is there, in all that the answer consists of. */
    private static void read(Object data) throws ReflectiveOperationException {
        if (data instanceof Collection<?> several) {
            for (Object one : several) {
                read(one);
            }
        } else if (data instanceof File file) {
            require(file.length() > 0, "the file is empty");
        } else if (data instanceof AbstractOpenApiSchema oneOfSeveral) {
            require(oneOfSeveral.getActualInstance() != null, "the client can't tell which body it has");
            read(oneOfSeveral.getActualInstance());
        } else if (data != null && data.getClass().getPackageName().endsWith(".model") && !data.getClass().isEnum()) {
            for (Method getter : data.getClass().getDeclaredMethods()) {
                if (getter.getName().matches("(get|is)[A-Z].*") && getter.getParameterCount() == 0) {
                    Object value = getter.invoke(data);
                    boolean isAlways =
                            Arrays.stream(getter.getAnnotations()).anyMatch(it -> it.toString().contains("Nonnull"));
                    require(value != null || !isAlways, data.getClass().getSimpleName() + "." + getter.getName());
                    read(value);
                }
            }
        }
    }

    private static Method method(String name) throws ClassNotFoundException {
        var found = new ArrayList<Method>();
        for (String api : APIS) {
            for (Method method : Class.forName("org.openapitools.client.api." + api + "Api").getMethods()) {
                if (method.getName().equals(name)) {
                    found.add(method);
                }
            }
        }
        return found.stream().min(Comparator.comparing(Method::getParameterCount)).orElseThrow();
    }

    private static boolean isBody(JsonNode body, Parameter parameter) {
        Class<?> type = parameter.getType();
        return body.isObject()
                ? type.getPackageName().endsWith(".model") && !type.isEnum()
                : body.isTextual() && parameter.getName().equals("body");
    }

    private static String camel(String name) {
        var words = new StringBuilder();
        for (String word : name.split("-")) {
            words.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static void require(boolean is, String what) {
        if (!is) {
            throw new IllegalStateException(what);
        }
    }
}
