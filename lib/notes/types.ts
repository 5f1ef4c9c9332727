/** A note among staff about a person. */
export type MemberNote = {
  id: string;
  body: string;
  /** Null for notes from before they had an author, and where the author has left. */
  authorId: string | null;
  authorName: string;
  createdAt: string;
  editedAt: string | null;
};
