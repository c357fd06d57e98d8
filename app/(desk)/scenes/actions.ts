"use server";

import { cancelVersion } from "@/lib/scenes/cancel-version";
import { changeScene } from "@/lib/scenes/change-scene";
import { restoreScene } from "@/lib/scenes/restore-scene";
import { retireScene } from "@/lib/scenes/retire-scene";
import { returnScene } from "@/lib/scenes/return-scene";
import { defineAction } from "@/lib/web/define-action";

export const changeSceneAction = defineAction(changeScene);
export const returnSceneAction = defineAction(returnScene);
export const cancelVersionAction = defineAction(cancelVersion);
export const retireSceneAction = defineAction(retireScene);
export const restoreSceneAction = defineAction(restoreScene);
