"use server";

import { changePassword } from "@/lib/people/change-password";
import { defineAction } from "@/lib/web/define-action";

export const changePasswordAction = defineAction(changePassword);
