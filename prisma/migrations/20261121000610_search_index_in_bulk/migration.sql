-- How much may wait to be sorted into the search index is said by whoever writes: a large batch lets all of
-- its rows wait and a job sorts them in at once, which costs a third.
ALTER INDEX "codes_terms" RESET (gin_pending_list_limit);
