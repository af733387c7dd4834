package org.zoneregistry.pages.work;

import static java.util.Map.entry;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.trade.write.aggregate.PublishAggregateResource;
import org.zoneregistry.trade.write.aggregate.PublishAggregateResource.AggregatePublication;
import org.zoneregistry.trade.write.aggregate.WithdrawAggregateResource;
import org.zoneregistry.trade.write.aggregate.WithdrawAggregateResource.AggregateWithdrawal;
import org.zoneregistry.trade.write.correct.CorrectTradeResource;
import org.zoneregistry.trade.write.correct.CorrectTradeResource.EntryCorrection;
import org.zoneregistry.trade.write.enterprise.CorrectEnterpriseResource;
import org.zoneregistry.trade.write.enterprise.CorrectEnterpriseResource.EnterpriseCorrection;
import org.zoneregistry.trade.write.enterprise.RegisterEnterpriseResource;
import org.zoneregistry.trade.write.enterprise.RegisterEnterpriseResource.EnterpriseRegistration;
import org.zoneregistry.trade.write.enterprise.WithdrawEnterpriseResource;
import org.zoneregistry.trade.write.enterprise.WithdrawEnterpriseResource.EnterpriseWithdrawal;
import org.zoneregistry.trade.write.record.RecordTradeResource;
import org.zoneregistry.trade.write.record.RecordTradeResource.EntryRecording;
import org.zoneregistry.trade.write.withdraw.WithdrawTradeResource;
import org.zoneregistry.trade.write.withdraw.WithdrawTradeResource.EntryWithdrawal;
import org.zoneregistry.zone.write.accept.AcceptZoneResource;
import org.zoneregistry.zone.write.accept.AcceptZoneResource.ZoneAcceptance;
import org.zoneregistry.zone.write.amend.AmendFactResource;
import org.zoneregistry.zone.write.amend.AmendFactResource.FactAmendment;
import org.zoneregistry.zone.write.area.AdjustAreaResource;
import org.zoneregistry.zone.write.area.AdjustAreaResource.AreaAdjustment;
import org.zoneregistry.zone.write.close.CloseZoneResource;
import org.zoneregistry.zone.write.close.CloseZoneResource.ZoneClosure;
import org.zoneregistry.zone.write.convert.ConvertToComprehensiveResource;
import org.zoneregistry.zone.write.convert.ConvertToComprehensiveResource.ZoneConversion;
import org.zoneregistry.zone.write.establish.EstablishZoneResource;
import org.zoneregistry.zone.write.establish.EstablishZoneResource.ZoneEstablishment;
import org.zoneregistry.zone.write.facility.CommissionFacilityResource;
import org.zoneregistry.zone.write.facility.CommissionFacilityResource.FacilityCommissioning;
import org.zoneregistry.zone.write.facility.DecommissionFacilityResource;
import org.zoneregistry.zone.write.facility.DecommissionFacilityResource.FacilityDecommissioning;
import org.zoneregistry.zone.write.integrate.IntegrateZonesResource;
import org.zoneregistry.zone.write.integrate.IntegrateZonesResource.ZoneIntegration;
import org.zoneregistry.zone.write.rename.RenameZoneResource;
import org.zoneregistry.zone.write.rename.RenameZoneResource.ZoneRenaming;
import org.zoneregistry.zone.write.withdraw.WithdrawFactResource;
import org.zoneregistry.zone.write.withdraw.WithdrawFactResource.FactWithdrawal;

/**
 * How a task reaches the resource of its command.
 *
 * @param resource the class of the resource
 * @param body the class of the request's body
 * @param call the method of the resource
 */
record Sending<R, B extends Record>(Class<R> resource, Class<B> body, Call<R, B> call) {

    /** Calls the method of a resource. */
    interface Call<R, B> {

        /**
         * Calls it.
         *
         * @param parts the variable parts of the path, in their order
         */
        Uni<RestResponse<CommandOutcome>> of(R resource, List<String> parts, B body, CommandRequest request);
    }

    /** A method with one part of the path. */
    private interface Named<R, B> {
        Uni<RestResponse<CommandOutcome>> of(R resource, String part, B body, CommandRequest request);
    }

    /** A method without parts of the path. */
    private interface Plain<R, B> {
        Uni<RestResponse<CommandOutcome>> of(R resource, B body, CommandRequest request);
    }

    private static final Map<String, Sending<?, ?>> BY_TASK = Map.ofEntries(
            plain("establish", EstablishZoneResource.class, ZoneEstablishment.class, EstablishZoneResource::post),
            named("accept", AcceptZoneResource.class, ZoneAcceptance.class, AcceptZoneResource::post),
            named(
                    "convert",
                    ConvertToComprehensiveResource.class,
                    ZoneConversion.class,
                    ConvertToComprehensiveResource::post),
            named("integrate", IntegrateZonesResource.class, ZoneIntegration.class, IntegrateZonesResource::post),
            named("area", AdjustAreaResource.class, AreaAdjustment.class, AdjustAreaResource::post),
            named("rename", RenameZoneResource.class, ZoneRenaming.class, RenameZoneResource::post),
            named(
                    "commission",
                    CommissionFacilityResource.class,
                    FacilityCommissioning.class,
                    CommissionFacilityResource::post),
            entry(
                    "decommission",
                    new Sending<>(
                            DecommissionFacilityResource.class,
                            FacilityDecommissioning.class,
                            (facilities, parts, body, request) ->
                                    facilities.post(parts.getFirst(), parts.getLast(), body, request))),
            named("close", CloseZoneResource.class, ZoneClosure.class, CloseZoneResource::post),
            named("amend-fact", AmendFactResource.class, FactAmendment.class, AmendFactResource::post),
            named("withdraw-fact", WithdrawFactResource.class, FactWithdrawal.class, WithdrawFactResource::post),
            named("record-trade", RecordTradeResource.class, EntryRecording.class, RecordTradeResource::post),
            named("correct-trade", CorrectTradeResource.class, EntryCorrection.class, CorrectTradeResource::post),
            named("withdraw-trade", WithdrawTradeResource.class, EntryWithdrawal.class, WithdrawTradeResource::post),
            plain(
                    "publish",
                    PublishAggregateResource.class,
                    AggregatePublication.class,
                    PublishAggregateResource::post),
            plain(
                    "withdraw-figure",
                    WithdrawAggregateResource.class,
                    AggregateWithdrawal.class,
                    WithdrawAggregateResource::post),
            named(
                    "register-enterprise",
                    RegisterEnterpriseResource.class,
                    EnterpriseRegistration.class,
                    RegisterEnterpriseResource::post),
            named(
                    "correct-enterprise",
                    CorrectEnterpriseResource.class,
                    EnterpriseCorrection.class,
                    CorrectEnterpriseResource::post),
            named(
                    "withdraw-enterprise",
                    WithdrawEnterpriseResource.class,
                    EnterpriseWithdrawal.class,
                    WithdrawEnterpriseResource::post));

    /** The one of a task. */
    static Sending<?, ?> of(Task task) {
        return Objects.requireNonNull(BY_TASK.get(task.id()), task.id());
    }

    private static <R, B extends Record> Map.Entry<String, Sending<?, ?>> named(
            String task, Class<R> resource, Class<B> body, Named<R, B> method) {
        return entry(
                task,
                new Sending<R, B>(
                        resource,
                        body,
                        (found, parts, read, request) -> method.of(found, parts.getFirst(), read, request)));
    }

    private static <R, B extends Record> Map.Entry<String, Sending<?, ?>> plain(
            String task, Class<R> resource, Class<B> body, Plain<R, B> method) {
        return entry(
                task,
                new Sending<R, B>(resource, body, (found, parts, read, request) -> method.of(found, read, request)));
    }
}
