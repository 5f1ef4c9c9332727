import { z } from "zod";

// Apart from the handlers, so that commands can put jobs into the queue that call commands.
export const previewLinkJob = {
  name: "conversations.preview_link",
  payload: z.object({ previewId: z.uuid() }),
};

export const tellMentionsJob = {
  name: "conversations.tell_mentions",
  payload: z.object({ messageId: z.uuid() }),
};
