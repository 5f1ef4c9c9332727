/** How much of a profile's details a viewer sees (the columns of the table P). */
export type DetailsLevel = "none" | "tags" | "all_but_notes" | "all";
