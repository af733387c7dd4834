package org.zoneregistry.statistics.sdmx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.zone.event.ZoneCode;

/** The codelists of all dimensions. They are constant except for the zones in the list of areas. */
final class Codelists {

    private static final Map<SeriesDimension, List<Code>> CONSTANT = new EnumMap<>(Map.of(
            SeriesDimension.FREQ, frequencies(),
            SeriesDimension.REF_AREA, areas(),
            SeriesDimension.DIRECTION, directions(),
            SeriesDimension.BUSINESS_FORM, forms(),
            SeriesDimension.HS_CHAPTER, chapters()));

    private Codelists() {}

    /** All codelists, in the order of the dimensions, without the zones. */
    static List<Codelist> all() {
        return Arrays.stream(SeriesDimension.values())
                .map(dimension -> new Codelist(
                        dimension.codelist(),
                        dimension.title(),
                        codes(dimension),
                        dimension == SeriesDimension.REF_AREA))
                .toList();
    }

    /** Whether it is a code of the dimension, or may be the code of a zone. */
    static boolean allow(SeriesDimension dimension, String code) {
        return codes(dimension).stream().anyMatch(known -> known.id().equals(code))
                || (dimension == SeriesDimension.REF_AREA
                        && code.length() <= ZoneCode.MAX_LENGTH
                        && code.matches(ZoneCode.PATTERN));
    }

    private static List<Code> codes(SeriesDimension dimension) {
        return CONSTANT.getOrDefault(dimension, List.of());
    }

    private static List<Code> frequencies() {
        return Arrays.stream(Frequency.values())
                .map(frequency -> Code.of(frequency.code(), frequency.title()))
                .toList();
    }

    private static List<Code> areas() {
        var codes = new ArrayList<>(
                List.of(Code.of(Code.ALL, "All zones"), Code.part(Code.UNKNOWN, "Zones with an unknown province")));
        Province.ALL.forEach(province ->
                codes.add(new Code(province.iso(), "Zones in " + province.nameEn(), province.nameZh(), Code.ALL)));
        return List.copyOf(codes);
    }

    private static List<Code> directions() {
        return List.of(
                Code.of(Code.ALL, "Imports and exports"),
                Code.part(Direction.IMPORT.wireName(), "Imports"),
                Code.part(Direction.EXPORT.wireName(), "Exports"),
                Code.part(Code.UNKNOWN, "Only the sum of both was published"));
    }

    private static List<Code> forms() {
        return Stream.concat(
                        Stream.of(Code.of(Code.ALL, "All forms of business")),
                        Arrays.stream(BusinessForm.values())
                                .map(form -> Code.part(
                                        form.wireName(), form.wireName().replace('-', ' '))))
                .toList();
    }

    private static List<Code> chapters() {
        return Stream.concat(
                        Stream.of(Code.of(Code.ALL, "All chapters"), Code.part(Code.UNKNOWN, "Unknown chapter")),
                        IntStream.rangeClosed(1, 97)
                                .mapToObj(number -> (number < 10 ? "0" : "") + number)
                                .map(chapter -> Code.part(chapter, "Chapter " + chapter)))
                .toList();
    }
}
