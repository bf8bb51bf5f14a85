/** The looks of a link in a list beside a detail: two lines, the chosen one tinted. */
export const LIST_LINK =
  'eased grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 rounded-control px-3 py-2 outline-offset-[-2px] hover:bg-accent data-[chosen=true]:bg-selected max-tablet:data-[chosen=true]:bg-transparent';
