export const tabList =
  "flex gap-0.5 overflow-x-auto scroll-px-24 sm:gap-1 border-line border-b p-1 pb-0 [scrollbar-width:none]";

export const tabStyle =
  "-mb-px inline-flex min-h-11 shrink-0 items-center gap-2 rounded-t-chip border-transparent border-b-2 px-2.5 font-medium text-control text-ink2 no-underline sm:px-3 aria-[current=page]:[scroll-initial-target:nearest] transition-colors duration-120 hover:text-ink md:min-h-10 " +
  "data-[state=active]:border-porta data-[state=active]:font-semibold data-[state=active]:text-ink aria-[current=page]:border-porta aria-[current=page]:font-semibold aria-[current=page]:text-ink";
