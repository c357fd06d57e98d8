import { z } from "zod";

const MINI_PROGRAM = "019a9f4e-2f6b-7a51-8a0e-1c2d3e4f5a6b";
const SUBJECT = "019a9f50-8c11-7d42-9b1f-6a7b8c9d0e1f";
const API = "https://desk.example.com/api/v1";

/** What each kind of message tells. A stable contract with receivers: fields are added, never changed. */
export const WEBHOOK_EVENTS = {
  "code.minted": {
    data: z.object({
      codeId: z.uuid(),
      miniProgramId: z.uuid(),
      batchId: z.uuid().nullable().describe("Null: minted by itself."),
      kind: z.string(),
      label: z.string(),
      target: z.string(),
      sha256: z.string().describe("Of the picture."),
      url: z.url(),
      imageUrl: z.url(),
    }),
    example: {
      codeId: SUBJECT,
      miniProgramId: MINI_PROGRAM,
      batchId: null,
      kind: "WXACODE_UNLIMITED",
      label: "朝阳门店 3 号桌",
      target: "pages/index/index",
      sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      url: `${API}/codes/${SUBJECT}`,
      imageUrl: `${API}/codes/${SUBJECT}/image`,
    },
  },
  "batch.finished": {
    data: z.object({
      batchId: z.uuid(),
      miniProgramId: z.uuid(),
      name: z.string(),
      mintedCount: z.int(),
      refusedCount: z.int(),
      unknownCount: z.int(),
      url: z.url(),
    }),
    example: {
      batchId: SUBJECT,
      miniProgramId: MINI_PROGRAM,
      name: "门店 2026-11",
      mintedCount: 298,
      refusedCount: 2,
      unknownCount: 0,
      url: `${API}/batches/${SUBJECT}`,
    },
  },
  "batch.stopped": {
    data: z.object({
      batchId: z.uuid(),
      miniProgramId: z.uuid(),
      name: z.string(),
      why: z
        .enum(["wechat", "storage", "pilot", "archived", "not_allowed"])
        .describe("`pilot`: its first rows are done and wait for a person to look at them."),
      errcode: z.int().nullable().describe("WeChat's, when that is what stopped it."),
      url: z.url(),
    }),
    example: {
      batchId: SUBJECT,
      miniProgramId: MINI_PROGRAM,
      name: "门店 2026-11",
      why: "wechat",
      errcode: 45_009,
      url: `${API}/batches/${SUBJECT}`,
    },
  },
  "quota.level": {
    data: z.object({
      miniProgramId: z.uuid(),
      level: z.int().describe("Per cent of the limit."),
      usedCount: z.int().describe("Spent and reserved."),
      limitCount: z.int(),
      url: z.url(),
    }),
    example: {
      miniProgramId: MINI_PROGRAM,
      level: 80,
      usedCount: 80_000,
      limitCount: 100_000,
      url: `${API}/mini-programs/${MINI_PROGRAM}/quota`,
    },
  },
  "scene.retired": {
    data: z.object({
      sceneId: z.uuid(),
      miniProgramId: z.uuid(),
      value: z.string(),
      why: z.string(),
      effectiveFrom: z.iso.datetime().describe("RFC 3339, UTC; may lie ahead."),
      url: z.url(),
    }),
    example: {
      sceneId: SUBJECT,
      miniProgramId: MINI_PROGRAM,
      value: "t=20",
      why: "misprint",
      effectiveFrom: "2026-11-22T02:05:00.000Z",
      url: `${API}/mini-programs/${MINI_PROGRAM}/scenes/t%3D20`,
    },
  },
  "pack.ready": {
    data: z.object({
      packId: z.uuid(),
      miniProgramId: z.uuid().nullable().describe("Null: its codes are not of one mini program."),
      name: z.string(),
      codeCount: z.int(),
      problemCount: z.int().describe("Codes whose picture is missing or damaged."),
      byteSize: z.int(),
      sha256: z.string(),
      url: z.url(),
      fileUrl: z.url(),
    }),
    example: {
      packId: SUBJECT,
      miniProgramId: MINI_PROGRAM,
      name: "桌贴 2026-11",
      codeCount: 298,
      problemCount: 0,
      byteSize: 18_734_112,
      sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      url: `${API}/packs/${SUBJECT}`,
      fileUrl: `${API}/packs/${SUBJECT}/file`,
    },
  },
} as const satisfies Record<string, { data: z.ZodObject; example: Record<string, unknown> }>;

export type WebhookEventType = keyof typeof WEBHOOK_EVENTS;
export const WEBHOOK_EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as [
  WebhookEventType,
  ...WebhookEventType[],
];
export type WebhookData<Type extends WebhookEventType> = z.infer<
  (typeof WEBHOOK_EVENTS)[Type]["data"]
>;

/** Something that happened, of one kind or the other. */
export type WebhookEvent = {
  [Type in WebhookEventType]: { type: Type; data: WebhookData<Type> };
}[WebhookEventType];
