package org.zoneregistry.zone.write;

import jakarta.inject.Singleton;
import org.zoneregistry.http.body.TextValue;
import org.zoneregistry.zone.event.ZoneCode;

/** Zone codes as members of request bodies. */
@Singleton
final class ZoneCodeText implements TextValue<ZoneCode> {

    @Override
    public Class<ZoneCode> type() {
        return ZoneCode.class;
    }

    @Override
    public ZoneCode parse(String text) {
        try {
            return new ZoneCode(text);
        } catch (IllegalArgumentException noCode) {
            throw new IllegalArgumentException(
                    "must be a lower-case slug of at most " + ZoneCode.MAX_LENGTH
                            + " characters, such as shanghai-waigaoqiao" + ZoneCode.hint(text),
                    noCode);
        }
    }
}
