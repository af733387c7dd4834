package org.zoneregistry.packaged;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request in its wire form.
 *
 * @param number identifies it, to make it again
 * @param operation its operation in the OpenAPI document
 * @param types the documented media types of a success; empty if there is no operation
 * @param headers name and value, in ISO 8859-1
 * @param isCommand whether a success records events
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FuzzRequest(
        long number,
        String operation,
        String method,
        String target,
        Set<String> types,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        boolean isChunked,
        boolean isCommand) {

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: registry\r\n");
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        if (isChunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (isChunked && body.length > 0) {
            out.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(body);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            out.writeBytes(body);
        }
        if (isChunked) {
            out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "request " + number + " (" + operation + "): " + method + " " + target + " " + headers
                + (body.length > 2_000 ? " " + body.length + " bytes" : " " + new String(body, StandardCharsets.UTF_8));
    }
}
