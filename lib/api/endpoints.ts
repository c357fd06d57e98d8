import { listEntriesEndpoint } from "@/lib/api/audit/list-entries";
import { verifyLogEndpoint } from "@/lib/api/audit/verify-log";
import { cancelBatchEndpoint } from "@/lib/api/batches/cancel-batch";
import { createBatchEndpoint } from "@/lib/api/batches/create-batch";
import { getBatchEndpoint } from "@/lib/api/batches/get-batch";
import { listBatchCodesEndpoint } from "@/lib/api/batches/list-batch-codes";
import { listBatchesEndpoint } from "@/lib/api/batches/list-batches";
import { listDraftRowsEndpoint } from "@/lib/api/batches/list-draft-rows";
import { pauseBatchEndpoint } from "@/lib/api/batches/pause-batch";
import { preflightBatchEndpoint } from "@/lib/api/batches/preflight-batch";
import { resumeBatchEndpoint } from "@/lib/api/batches/resume-batch";
import { retryBatchEndpoint } from "@/lib/api/batches/retry-batch";
import { startBatchEndpoint } from "@/lib/api/batches/start-batch";
import { createCampaignEndpoint } from "@/lib/api/campaigns/create-campaign";
import { getCampaignEndpoint } from "@/lib/api/campaigns/get-campaign";
import { listCampaignsEndpoint } from "@/lib/api/campaigns/list-campaigns";
import { updateCampaignEndpoint } from "@/lib/api/campaigns/update-campaign";
import { getCodeEndpoint } from "@/lib/api/codes/get-code";
import { getCodeImageEndpoint } from "@/lib/api/codes/get-code-image";
import { listCodesEndpoint } from "@/lib/api/codes/list-codes";
import { mintCodeEndpoint } from "@/lib/api/codes/mint-code";
import { retryCodeEndpoint } from "@/lib/api/codes/retry-code";
import { updateCodeEndpoint } from "@/lib/api/codes/update-code";
import type { Endpoint } from "@/lib/api/endpoint";
import { getQuotaEndpoint } from "@/lib/api/mini-programs/get-quota";
import { listMiniProgramsEndpoint } from "@/lib/api/mini-programs/list-mini-programs";
import { cancelPackEndpoint } from "@/lib/api/packs/cancel-pack";
import { getPackEndpoint } from "@/lib/api/packs/get-pack";
import { getPackFileEndpoint } from "@/lib/api/packs/get-pack-file";
import { listPacksEndpoint } from "@/lib/api/packs/list-packs";
import { orderPackEndpoint } from "@/lib/api/packs/order-pack";
import { changeSceneEndpoint } from "@/lib/api/scenes/change-scene";
import { getSceneEndpoint } from "@/lib/api/scenes/get-scene";
import { listScenesEndpoint } from "@/lib/api/scenes/list-scenes";
import { restoreSceneEndpoint } from "@/lib/api/scenes/restore-scene";
import { retireSceneEndpoint } from "@/lib/api/scenes/retire-scene";

/** Everything the API can do, in the order of the reference. */
export const ENDPOINTS: readonly Endpoint[] = [
  listMiniProgramsEndpoint,
  getQuotaEndpoint,
  listCampaignsEndpoint,
  createCampaignEndpoint,
  getCampaignEndpoint,
  updateCampaignEndpoint,
  mintCodeEndpoint,
  listCodesEndpoint,
  getCodeEndpoint,
  getCodeImageEndpoint,
  updateCodeEndpoint,
  retryCodeEndpoint,
  createBatchEndpoint,
  listBatchesEndpoint,
  getBatchEndpoint,
  preflightBatchEndpoint,
  listDraftRowsEndpoint,
  startBatchEndpoint,
  listBatchCodesEndpoint,
  pauseBatchEndpoint,
  resumeBatchEndpoint,
  cancelBatchEndpoint,
  retryBatchEndpoint,
  listScenesEndpoint,
  getSceneEndpoint,
  changeSceneEndpoint,
  retireSceneEndpoint,
  restoreSceneEndpoint,
  orderPackEndpoint,
  listPacksEndpoint,
  getPackEndpoint,
  getPackFileEndpoint,
  cancelPackEndpoint,
  listEntriesEndpoint,
  verifyLogEndpoint,
];
