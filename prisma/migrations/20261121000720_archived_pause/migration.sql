-- A batch whose mini program is put away waits for nobody but its cancellation.
ALTER TABLE "batches" DROP CONSTRAINT "batches_pause_why_known",
  ADD CONSTRAINT "batches_pause_why_known" CHECK ("pause_why" IN ('person', 'pilot', 'wechat', 'storage', 'archived'));
