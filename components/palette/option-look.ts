/** The option that Enter would choose is filled; the ring belongs to the field, which has the focus. */
export const OPTION_LOOK =
  "text-foreground data-[focused=true]:bg-accent-soft data-[focus-visible=true]:ring-0 data-[focus-visible=true]:ring-offset-0";
