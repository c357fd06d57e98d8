import { z } from "zod";

// Before any schema is made: zod would try whether it may compile its checks, which the pages' policy forbids and reports.
z.config({ jitless: true });
