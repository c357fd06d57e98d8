import type { Scope } from "@/lib/access/scopes";
import type { Role } from "@/lib/core/context";

const EVERYBODY: readonly Role[] = ["marketing", "operator", "admin"];
const MAKERS: readonly Role[] = ["operator", "admin"];
const READERS: readonly Scope[] = [
  "codes:read",
  "codes:mint",
  "batches:write",
  "campaigns:write",
  "scenes:write",
  "packs:read",
  "packs:write",
];

/** Lists, pictures and results of codes and batches. */
const LOOKING = { scopes: READERS, roles: EVERYBODY };
const MINTING = { scopes: ["codes:mint"], roles: MAKERS } as const;
const BATCHING = { scopes: ["batches:write"], roles: MAKERS } as const;
const SCENE_READING = { scopes: ["codes:read", "scenes:write"], roles: EVERYBODY } as const;
const SCENE_WRITING = { scopes: ["scenes:write"], roles: MAKERS } as const;
const PACK_READING = { scopes: ["packs:read", "packs:write"], roles: EVERYBODY } as const;
const PACK_MAKING = { scopes: ["packs:write"], roles: MAKERS } as const;
const AUDITING = { scopes: ["audit:read"], roles: EVERYBODY } as const;

/** Every call of the API: a key with any one of these scopes, of a person in one of these roles, gets past the door. */
export const API_MATRIX: Record<string, { scopes: readonly Scope[]; roles: readonly Role[] }> = {
  listMiniPrograms: { scopes: [...READERS, "quota:read"], roles: EVERYBODY },
  getQuota: { scopes: ["quota:read"], roles: EVERYBODY },
  listCampaigns: LOOKING,
  getCampaign: LOOKING,
  createCampaign: { scopes: ["campaigns:write"], roles: MAKERS },
  updateCampaign: { scopes: ["campaigns:write"], roles: MAKERS },
  listCodes: LOOKING,
  getCode: LOOKING,
  getCodeImage: LOOKING,
  mintCode: MINTING,
  updateCode: MINTING,
  retryCode: MINTING,
  listBatches: LOOKING,
  getBatch: LOOKING,
  listBatchCodes: LOOKING,
  listDraftRows: { scopes: ["codes:mint", "batches:write"], roles: MAKERS },
  createBatch: BATCHING,
  preflightBatch: BATCHING,
  startBatch: BATCHING,
  pauseBatch: BATCHING,
  resumeBatch: BATCHING,
  cancelBatch: BATCHING,
  retryBatch: BATCHING,
  listScenes: SCENE_READING,
  getScene: SCENE_READING,
  changeScene: SCENE_WRITING,
  retireScene: SCENE_WRITING,
  restoreScene: SCENE_WRITING,
  listPacks: PACK_READING,
  getPack: PACK_READING,
  getPackFile: PACK_READING,
  orderPack: PACK_MAKING,
  cancelPack: PACK_MAKING,
  listAuditEntries: AUDITING,
  verifyAuditLog: AUDITING,
};
