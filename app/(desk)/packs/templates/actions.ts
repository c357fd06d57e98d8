"use server";

import { archiveTemplate } from "@/lib/packs/archive-template";
import { saveTemplate } from "@/lib/packs/save-template";
import { defineAction } from "@/lib/web/define-action";

export const saveTemplateAction = defineAction(saveTemplate);
export const archiveTemplateAction = defineAction(archiveTemplate);
