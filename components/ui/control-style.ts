/** The look of everything one writes or chooses in; red edge when the field is wrong. */
export const controlStyle =
  "block w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-reading text-ink transition-colors duration-120 hover:border-ink3 md:text-body " +
  "aria-invalid:border-urucum aria-invalid:bg-urucum-soft/40 " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink3 read-only:not-[select,[type=file]]:bg-sunken";

export const controlHeight = "min-h-11 md:min-h-9.5";
