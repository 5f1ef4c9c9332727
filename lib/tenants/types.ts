/** The numbers of the dashboard's first page, over what the viewer may see. */
export type Overview = {
  communities: number;
  /** People in communities; somebody in two of them counts twice. */
  people: number;
  /** Null: not told to those who see some communities only. */
  scheduled: number | null;
  openFeedback: number;
};
