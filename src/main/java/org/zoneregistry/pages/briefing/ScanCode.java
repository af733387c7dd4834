package org.zoneregistry.pages.briefing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.quarkus.qute.TemplateData;
import java.util.Map;

/**
 * A QR code as a picture.
 *
 * @param size its sides, in modules
 * @param path the dark modules, as an SVG path
 */
@TemplateData
public record ScanCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    static ScanCode of(String text) {
        BitMatrix modules = encoded(text);
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new ScanCode(modules.getWidth(), path.toString());
    }

    private static BitMatrix encoded(String text) {
        try {
            return new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("An address of " + text.length() + " characters is too long.", tooLong);
        }
    }
}
