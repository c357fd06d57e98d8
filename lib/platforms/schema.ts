import { z } from "zod";

export const PLATFORM_NAME_MAX_LENGTH = 60;
export const ENCODING_KEY_LENGTH = 43;
/** A component_verify_ticket works this long. */
export const TICKET_LIFE_HOURS = 12;

const Name = z
  .string()
  .trim()
  .min(1, { error: "nameMissing" })
  .max(PLATFORM_NAME_MAX_LENGTH, { error: "nameLong" });

const ComponentSecret = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{32}$/, { error: "appSecretShape" });
const PushToken = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{1,32}$/, { error: "pushTokenShape" });
const EncodingKey = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{43}$/, { error: "encodingKeyShape" });

export const RegisterPlatformInput = z.object({
  name: Name,
  componentAppId: z
    .string()
    .trim()
    .regex(/^wx[0-9a-f]{16}$/, { error: "appIdShape" }),
  componentSecret: ComponentSecret,
  pushToken: PushToken,
  encodingKey: EncodingKey,
});
export type RegisterPlatformInput = z.input<typeof RegisterPlatformInput>;

/** Empty: stays as it is. */
const orEmpty = <Schema extends z.ZodType<string, string>>(schema: Schema) =>
  z.union([z.literal(""), schema]);

export const UpdatePlatformInput = z.object({
  id: z.uuid(),
  name: Name,
  componentSecret: orEmpty(ComponentSecret),
  pushToken: orEmpty(PushToken),
  encodingKey: orEmpty(EncodingKey),
});
export type UpdatePlatformInput = z.input<typeof UpdatePlatformInput>;

export const PlatformId = z.object({ id: z.uuid() });
export type PlatformId = z.input<typeof PlatformId>;

/** A platform as the screens may see it: everything but its secrets. */
export interface PlatformRow {
  id: string;
  name: string;
  componentAppId: string;
  isSandbox: boolean;
  createdAt: Date;
  /** When the last ticket was pushed; null when none ever was. */
  ticketAt: Date | null;
  /** Whether the ticket still works. */
  hasTicket: boolean;
  /** Where WeChat has to push, to be entered in its console as 授权事件接收URL. */
  pushUrl: string;
  authorizedCount: number;
}
