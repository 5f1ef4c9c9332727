import { z } from "zod";

// Apart from the handlers, so that commands can put jobs into the queue that call commands.
export const removeFilesJob = {
  name: "privacy.remove_files",
  payload: z.object({ fileIds: z.array(z.uuid()).min(1) }),
};
