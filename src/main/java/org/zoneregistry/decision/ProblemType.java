package org.zoneregistry.decision;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every problem type that the registry answers with (RFC 9457). The code is the constant's name in lower case with
 * hyphens. {@code /problems/<code>} is the {@code type} member and the address of its page.
 *
 * <p>Codes are part of the contract with clients. A code may be added; no code is renamed or removed. A code always has
 * the same status.
 */
public enum ProblemType {
    // The request itself
    MALFORMED_JSON(
            400,
            "The body is not JSON",
            "请求正文不是 JSON",
            "The request body is empty, is not one complete JSON text in UTF-8 (RFC 8259), or is nested more than 32"
                    + " levels deep. Send exactly one JSON object without anything after it.",
            "Unexpected character '}' at line 1, column 12."),
    VALIDATION(
            400,
            "The request breaks the rules of its members",
            "请求不符合各字段的规则",
            "Members, query parameters or headers are missing, unknown, given twice, of the wrong type or out of range."
                    + " The member violations lists all of them at once. Its pointer is a JSON pointer into the body"
                    + " (/name/en), ?name for a query parameter, {name} for a part of the path, or header:Name. Nothing"
                    + " was stored.",
            "2 violations; see the member violations."),
    KNOWN_AT_IN_THE_FUTURE(
            400,
            "The registry can't answer for a future state of knowledge",
            "登记处不能回答将来的所知",
            "knownAt (or Accept-Datetime) lies after now, or names a position past the head of the log. Leave it out"
                    + " for the latest state. You can use the position in the header Registry-Position of any answer.",
            "knownAt is position 999999, the log ends at position 412."),
    UNAUTHENTICATED(
            401,
            "Credentials are needed",
            "需要登录凭证",
            "The request carries no credentials, or they are no longer valid. The header WWW-Authenticate says which"
                    + " are accepted.",
            "Send a valid bearer token."),
    FORBIDDEN(
            403,
            "This is not allowed",
            "没有权限",
            "The request was understood, but the caller's role does not permit it, or a web page of another site sent"
                    + " it (Origin, Sec-Fetch-Site): the operator allows sites in quarkus.http.cors.origins. Repeating"
                    + " it won't help.",
            "Recording zone facts needs the role registrar."),
    NOT_FOUND(
            404,
            "Nothing is at this address",
            "此地址没有内容",
            "No resource has this address. The OpenAPI document at /openapi lists all of them.",
            "There is no resource at /v1/zone."),
    METHOD_NOT_ALLOWED(
            405,
            "The resource does not know this method",
            "此地址不支持该方法",
            "The address exists, but not for this method. The header Allow lists those that it knows.",
            "DELETE is not possible here; GET, HEAD, OPTIONS are. Facts are withdrawn, never deleted."),
    NOT_ACCEPTABLE(
            406,
            "No available media type fits the Accept header",
            "没有符合 Accept 标头的格式",
            "The resource has no representation in any of the media types of the header Accept. Every resource has"
                    + " application/json, except those of SDMX, which have XML. Lists also have text/csv"
                    + " and workbooks.",
            "Accept is image/png; application/json and text/csv are available."),
    BODY_TOO_SLOW(
            408,
            "The body came too slowly",
            "正文传输过慢",
            "The file of an import stopped arriving for too long, or arrived too slowly, or its place was needed by"
                    + " others while it arrived slowly. Lines that were decided stay recorded. Send the file again,"
                    + " faster or in parts: lines that are recorded already are skipped.",
            "The file arrived too slowly."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "正文过大",
            "A request body may have up to 1 MiB (1,048,576 bytes). Send large amounts of data as imports. They have no"
                    + " such limit, but a compressed file may expand to at most 100 times its size.",
            "The body has more than 1048576 bytes."),
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "地址过长",
            "The line with the method and the address has more bytes than the node reads. No part of the request was"
                    + " read.",
            "Ask for less at once, for example for fewer values of a filter."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "请求标头过大",
            "The headers have more bytes than the node reads. No part of the request was read.",
            "Send fewer or shorter headers."),
    UNREADABLE_REQUEST(
            400,
            "The request is not HTTP",
            "请求不符合 HTTP",
            "The request breaks the rules of HTTP/1.1 (RFC 9112), so the server can't tell what it asks for, or where"
                    + " it ends. A request of HTTP/1.1 has exactly one header Host. No part of the request was carried"
                    + " out.",
            "The request can't be read as HTTP/1.1."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body's media type is not supported",
            "不支持正文的格式",
            "Request bodies are application/json in UTF-8; the header Content-Type must say so. A request without a"
                    + " body may have this Content-Type, or none.",
            "Content-Type is text/plain, application/json is expected."),
    ANSWER_TOO_LARGE(
            422,
            "The answer would be too large",
            "答复过大",
            "The question is valid, but its answer has more sums, rows or events than the limit. The detail gives the"
                    + " limit and says how to ask for less. Ask for the parts, one after the other, to get the whole.",
            "An answer is made of at most 20000 sums. Leave dimensions out of groupBy, ask for fewer periods with from"
                    + " and to, or for a part of the trade with zone, province or hsChapter."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "请求过于频繁",
            "The caller has sent more requests than allowed in this time. The request was not carried out. Wait as long"
                    + " as the header Retry-After says, then send it again, with the same Idempotency-Key if it is a"
                    + " command.",
            "At most 100 requests a second; try again in 1 s."),
    TOO_MANY_JOBS(
            429,
            "Too many jobs are running",
            "正在运行的任务过多",
            "The registry already runs or queues the largest number of imports, rebuilds or copies. Nothing was"
                    + " started. Try again after as many seconds as Retry-After says.",
            "8 rebuilds and copies are running. Try again in 10 s."),
    JOB_NOT_FOUND(
            404,
            "There is no such job",
            "没有此任务",
            "No job has this id. GET /v1/jobs lists all: imports, rebuilds, copies, verifications, and the"
                    + " publication to Kafka.",
            "No job has the id 0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11."),
    JOB_NOT_CANCELLABLE(
            409,
            "The job can't be cancelled",
            "此任务不能取消",
            "It runs while a node has it enabled: the publication of the log to Kafka is enabled by"
                    + " registry.kafka.enabled.",
            "The publication of zone-registry-log can't be cancelled. It runs while a node has it enabled."),

    // Zones
    ZONE_NOT_FOUND(
            404,
            "There is no such zone",
            "没有此区域",
            "No zone with this code was known at knownAt, or it was not yet established at validAt.",
            "Zone atlantis-fz was not known at position 412."),
    ZONE_CODE_TAKEN(
            409,
            "The code belongs to another zone",
            "此代码属于另一区域",
            "A zone with this code has been established before. A code is never used for a second zone, even after a"
                    + " closure. Choose another code. If the establishment was a mistake, withdraw it with all other"
                    + " facts about the zone; then the code is free.",
            "The code old-harbour-blp was given at position 17."),
    ZONE_NOT_LIVE(
            409,
            "The zone is not live on that date",
            "区域在该日不存续",
            "The fact needs a zone that is established or operating on its date; this one is not yet established, or is"
                    + " closed or absorbed then. Give another date, or amend or withdraw the fact that causes this; the"
                    + " zone's timeline lists its facts.",
            "Zone old-harbour-blp was absorbed on 2020-04-27."),
    ZONE_ALREADY_COMPREHENSIVE(
            409,
            "The zone is a comprehensive zone already",
            "区域已是综合保税区",
            "Only a zone of one of the five other types can be converted to a comprehensive one. If the date of its"
                    + " conversion is wrong, or what it absorbed, amend that fact; if it was never converted,"
                    + " withdraw it.",
            "Zone new-harbour-cbz has been comprehensive since 2019-12-17."),
    ZONE_NOT_COMPREHENSIVE(
            409,
            "The zone is not a comprehensive one",
            "区域不是综合保税区",
            "Only a comprehensive bonded zone integrates others. Convert the zone first; a conversion can absorb zones"
                    + " too.",
            "Zone old-harbour-blp is a bonded logistics park on 2020-04-27."),
    FACILITY_ALREADY_HELD(
            409,
            "The zone holds such a facility already",
            "区域已有此类设施",
            "A zone either holds a kind of facility or does not. It holds this one on that date: amend the day of its"
                    + " commissioning instead.",
            "Zone new-harbour-cbz holds a cold-chain already."),
    FACILITY_NOT_HELD(
            409,
            "The zone holds no such facility",
            "区域没有此类设施",
            "Only a facility that was commissioned, and has not been decommissioned since, can be decommissioned."
                    + " Record its commissioning first.",
            "Zone new-harbour-cbz holds no smart-gate."),
    ZONE_CHANGED(
            412,
            "The zone has changed since it was read",
            "区域在读取之后已有变化",
            "The If-Match header names a state of the zone that is no longer the latest. Read the zone again, decide"
                    + " again, and send the command with the new ETag.",
            "Zone new-harbour-cbz is at revision 412, If-Match asks for 398."),
    TIMELINE_CONFLICT(
            409,
            "A fact on the timeline would be in conflict",
            "与时间线上的另一事实矛盾",
            "Another fact on a zone's timeline, before or after this one, contradicts this one. The member zone has"
                    + " the zone, and the member fact has the fact that would no longer fit. Correct the date, or amend"
                    + " or withdraw that fact first.",
            "Zone old-harbour-blp is closed on 2020-01-16, so it can't be accepted on 2021-05-01."),
    UNKNOWN_PROVINCE(
            422,
            "The province is not in the table",
            "省级地区不在表中",
            "province is an ISO 3166-2 code of mainland China such as CN-JS; GET /v1/territories lists them. The"
                    + " territory of a published figure is such a code, or CN.",
            "CN-XX is not a province."),

    // Facts
    FACT_NOT_FOUND(
            404,
            "There is no such fact",
            "没有此事实",
            "No fact about a zone has this id. Ids are those in the member events of a command's answer, and in a"
                    + " zone's timeline.",
            "No fact has the id 0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11."),
    FACT_ALREADY_WITHDRAWN(
            409,
            "The fact has been withdrawn",
            "此事实已撤回",
            "A withdrawn fact can be neither amended nor withdrawn again. If the withdrawal was wrong, record"
                    + " the fact again. A zone can be established again under the same code.",
            "The fact was withdrawn at position 398."),

    // Trade
    ENTRY_NOT_FOUND(
            404,
            "There is no such trade entry",
            "没有此贸易明细",
            "No trade entry with this entryId was known at knownAt.",
            "Entry CN-2022-000017 was not known at position 412."),
    ENTRY_CONTENT_DIFFERS(
            409,
            "The entry has been recorded with other content",
            "此明细已按其他内容登记",
            "An entryId is used once. The same entry with the same content is answered as already recorded; with other"
                    + " content it needs a correction.",
            "Entry CN-2022-000017 differs in value."),
    ENTRY_WITHDRAWN(
            409,
            "The trade entry has been withdrawn",
            "此贸易明细已撤回",
            "A withdrawn entry can be neither corrected nor withdrawn again, and its entryId can't be used" + " again.",
            "Entry CN-2022-000017 was withdrawn at position 398."),
    DATASET_MISMATCH(
            422,
            "The entry is not of this ledger's data set",
            "此明细不属于本账的数据集",
            "Entry ids that begin with illustrative- belong to the illustrative data set, which has a separate ledger;"
                    + " real and generated entries never share a ledger. Give the entry another entryId, or send it to"
                    + " a registry of its data set.",
            "Entry ids that begin with illustrative- belong to the illustrative data set. Give the entry another"
                    + " entryId."),
    ENTERPRISE_NOT_FOUND(
            404,
            "There is no such enterprise",
            "没有此企业",
            "No enterprise with this id was known at knownAt.",
            "Enterprise 91320000MA1ABCDE0X was not known at position 412."),
    ENTERPRISE_CONTENT_DIFFERS(
            409,
            "The enterprise has been registered with other content",
            "此企业已按其他内容登记",
            "An enterprise is registered once. The same id with the same content is answered as already recorded; with"
                    + " other content it needs a correction.",
            "Enterprise 91320000MA1ABCDE0X was registered in zone new-harbour-cbz."),
    ENTERPRISE_WITHDRAWN(
            409,
            "The enterprise has been withdrawn",
            "此企业已撤回",
            "A withdrawn enterprise can be neither corrected nor withdrawn again. If the withdrawal was wrong,"
                    + " register the enterprise again under its id.",
            "Enterprise 91320000MA1ABCDE0X was withdrawn at position 398."),
    AGGREGATE_NOT_FOUND(
            404,
            "There is no such published figure",
            "没有此公布数字",
            "No figure with this subject, territory, period and form of business was published. A figure of all"
                    + " forms of business has no businessForm.",
            "No figure zones/CN-JS/2022 was published."),
    AGGREGATE_WITHDRAWN(
            409,
            "The published figure has been withdrawn",
            "此公布数字已撤回",
            "A withdrawn figure can't be withdrawn again. If the withdrawal was wrong, publish it again.",
            "The figure zones/CN-JS/2022 was withdrawn at position 398."),

    // Imports
    IMPORT_NOT_FOUND(
            404,
            "There is no such import",
            "没有此导入",
            "No import has this id. The header Location of the answer to POST /v1/imports has it, and GET /v1/imports"
                    + " lists all.",
            "No import has the id 0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11."),
    MALFORMED_FILE(
            400,
            "The file can't be read",
            "文件无法读取",
            "The file is not what its Content-Type and Content-Encoding say: CSV (RFC 4180) with a header line, or JSON"
                    + " lines, in UTF-8; or gzip of that. If it could be read up to some line, all lines before it have"
                    + " been processed. Correct the file and send the whole file again: lines that are recorded already"
                    + " are skipped. A single line that can't be read is refused alone, and does not cause this"
                    + " problem.",
            "The file is not valid gzip: part 2, at byte 1204: the checksum is wrong."),

    // Projections
    PROJECTION_NOT_FOUND(
            404,
            "There is no such projection",
            "没有此读模型",
            "No projection has this name. GET /v1/projections lists all.",
            "There is no projection figures; there are registry and statistics."),
    REBUILD_NOT_FOUND(
            404,
            "There is no such rebuild",
            "没有此重建",
            "No rebuild of this projection has this id. The header Location of the answer that started it has it, and"
                    + " GET /v1/projections/{name}/rebuilds lists the latest.",
            "No rebuild of registry has the id 0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11."),
    COPY_NOT_FOUND(
            404,
            "There is no such copy",
            "没有此副本",
            "No copy with this name is ready: it was never started, it is still being filled, or it was dropped. GET"
                    + " /v1/projections/{name}/rebuilds lists the copies of a projection.",
            "There is no copy audit-2022 of registry that is ready."),
    COPY_NAME_TAKEN(
            409,
            "There is a copy of this name already",
            "已有同名副本",
            "A name can be used for one copy of a projection. Choose another name, or drop the copy first: DELETE at"
                    + " the address of the rebuild that made it.",
            "The copy audit-2022 of registry exists already. Choose another name, or drop it first."),
    TOO_MANY_COPIES(
            409,
            "There are too many copies",
            "副本过多",
            "Each copy takes as much disk space as the read model, so at most 20 are allowed. Drop one first: DELETE at"
                    + " the address of the rebuild that made it.",
            "There are 20 copies already."),

    // Proofs
    POSITION_NOT_FOUND(
            404,
            "There is no such position in the log",
            "日志中没有此位置",
            "Positions are 1, 2, 3 and so on without gaps. The log ends before this one.",
            "The log ends at position 412."),
    TILE_NOT_FOUND(
            404,
            "There is no such tile",
            "没有此树块",
            "The tree has not grown to this tile, or not to this width of it. A checkpoint says which tiles exist (C2SP"
                    + " tlog-tiles). A bundle of entries can't hold an event of more than 65,535 bytes: GET"
                    + " /v1/audit/events/{position} has it.",
            "The tree has 412 leaves, not yet 512."),
    CHECKPOINT_NOT_FOUND(
            404,
            "Nothing has been signed yet",
            "尚未签署检查点",
            "There is no checkpoint and no key while the log is empty, or if no node of the registry has a key to sign"
                    + " with.",
            "The log is empty."),

    // Repetition and load
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The idempotency key was used for another request",
            "幂等键已用于另一请求",
            "A key names one request: same method, path, body and If-Match; or one file, however it is compressed. Use"
                    + " a new key for a new request.",
            "The key 7f3c was used for another request at position 398."),
    PROJECTION_BEHIND(
            503,
            "The answer is not ready yet",
            "答复尚未就绪",
            "The read model had not reached the position that Registry-Min-Position (or knownAt) asks for within 5"
                    + " seconds. The data is safe in the log. Try again after as many seconds as Retry-After says.",
            "Position 412 is asked for, the projection is at 398."),
    OVERLOADED(
            503,
            "The registry is busy",
            "登记处繁忙",
            "The request was not carried out: the registry receives more requests than it can serve, or it can't reach"
                    + " its database. Try again after as many seconds as Retry-After says, with the same"
                    + " Idempotency-Key if it is a command.",
            "Try again in 1 s."),
    RECORDING_STOPPED(
            503,
            "The registry records nothing at present",
            "登记处目前停止登记",
            "The registry found that its log contradicts a checkpoint that it has signed, or lacks an event that it has"
                    + " recorded or read. It records nothing until its operator has resolved this. Nothing was stored."
                    + " Sending the request again doesn't help before then. Reads and proofs of the events that are"
                    + " still there are answered. The readiness check at /q/health says what is missing.",
            "The log contradicts a signed checkpoint."),
    HISTORY_LOST(
            503,
            "The database has lost recorded events",
            "数据库丢失了已登记的事件",
            "The answer would depend on events that the database has lost. It went back to an earlier time, for example"
                    + " in a failover or when a backup was restored. The registry answers only for positions before the"
                    + " loss until its operator has resolved this. The readiness check at /q/health says what is"
                    + " missing.",
            "This node has seen an event at position 412, but the log ends at position 398: the database went back."),
    NODE_OUTDATED(
            503,
            "Another node has to answer",
            "须由另一节点答复",
            "The answer depends on an event whose type or version this node's program doesn't know. A later version of"
                    + " the program has recorded it, as happens during an upgrade. Nothing was stored. Try again after"
                    + " as many seconds as Retry-After says, with the same Idempotency-Key if it is a command; a node"
                    + " of the later version can answer.",
            "position 412, type ZoneRated, version 1: this program doesn't know the type."),
    SERVER_ERROR(
            500,
            "The registry made a mistake",
            "登记处出错",
            "This is a bug or a failure of the registry, not of the request. The member incident is the number of its"
                    + " entry in the log; please report it. To find out whether a command was carried out, send it"
                    + " again with the same Idempotency-Key.",
            "The incident was logged.");

    private static final Map<String, ProblemType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemType::code, Function.identity()));

    private final int status;
    private final String title;
    private final String chineseTitle;
    private final String documentation;
    private final String exampleDetail;

    ProblemType(int status, String title, String chineseTitle, String documentation, String exampleDetail) {
        this.status = status;
        this.title = title;
        this.chineseTitle = chineseTitle;
        this.documentation = documentation;
        this.exampleDetail = exampleDetail;
    }

    /** The type with that code, if it exists. */
    public static Optional<ProblemType> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The code in kebab case, such as {@code zone-not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member: a relative reference, which is also the address of the page. */
    public URI uri() {
        return URI.create("/problems/" + code());
    }

    /** The HTTP status, always the same for a type. */
    public int status() {
        return status;
    }

    /** What is wrong, in a few words. It is the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The title in Chinese, for pages. */
    public String chineseTitle() {
        return chineseTitle;
    }

    /** What it means and what to do about it, for the type's page. */
    public String documentation() {
        return documentation;
    }

    /** A {@code detail} that can occur, for documentation. */
    public String exampleDetail() {
        return exampleDetail;
    }
}
