"use server";

import { repointScenes } from "@/lib/codes/repoint-scenes";
import { defineAction } from "@/lib/web/define-action";

export const repointScenesAction = defineAction(repointScenes);
