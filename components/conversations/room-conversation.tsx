import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { Messages } from "@/lib/platform/i18n/catalogues";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { Conversation } from "./conversation";
import type { RoomPlace } from "./room-context";
import type { RoomStart } from "./use-room";

type RoomConversationProps = { place: RoomPlace; start: RoomStart; marksRead: boolean };

/** The conversation of a room with the words that it needs in the browser. */
export async function RoomConversation({ place, start, marksRead }: RoomConversationProps) {
  const messages = (await getMessages()) as Messages;
  return (
    <NextIntlClientProvider messages={pickMessages(messages, ["conversations"])}>
      <Conversation key={place.groupId} place={place} start={start} marksRead={marksRead} />
    </NextIntlClientProvider>
  );
}
