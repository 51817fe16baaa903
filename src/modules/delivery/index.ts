export { overdueMails } from "./i18n/mail-texts.ts";
export { watchDeliveriesJob } from "./domain/watch-job.ts";
export { describeCause } from "./web/cause-text.ts";
export type { DestinationFaults } from "./web/destination-input.ts";
export { optionForm } from "./web/option-form.ts";
export { indexConnectors } from "./domain/connector.ts";
export { describeOptions } from "./use-cases/describe-options.ts";
export { putNoticeOnce } from "./use-cases/put-notice-once.ts";
export { openConnectorNotes } from "./use-cases/connector-notes.ts";
export { enqueueDeliveries } from "./store/outbox.ts";
export { deliverySections } from "./web/vorgang-section.ts";
export { mayStopDeliveries, stopDeliveries } from "./store/stop-deliveries.ts";
export {
  saveDestination,
  type SaveDestinationRefusal,
} from "./use-cases/save-destination.ts";
export type {
  CheckReport,
  CheckStep,
  Connector,
  DeliveryOutcome,
  OutsideCall,
} from "./domain/connector.ts";
export type {
  ConnectorDescription,
  EnteredOptions,
  OptionField,
} from "./domain/option-field.ts";
export type { AcceptedDelivery, ReadBack } from "./domain/read-back.ts";
export type {
  Delivery,
  DeliveryContent,
  DeliveryUpload,
} from "./domain/delivery.ts";
export type { DeliverySource } from "./use-cases/delivery-source.ts";
export { deliveriesInRetention } from "./use-cases/remove-deliveries.ts";
export {
  confirmHandedOver,
  findHandedOver,
  listHandedOver,
  nameOfDestination,
} from "./use-cases/handed-over.ts";
export { refuseHandedOver } from "./use-cases/refuse-handed-over.ts";
export type { HandedOver, HandedOverQuery } from "./store/handed-over-store.ts";
export type { FollowPorts } from "./use-cases/follow-delivery.ts";
export type { FoundDestination, FoundDestinations } from "./domain/finder.ts";
export { findDestinations } from "./use-cases/find-destinations.ts";
