import { getMessages } from "next-intl/server";
import type { Messages } from "@/lib/platform/i18n/catalogues";
import { Conversation } from "./conversation";
import type { RoomPlace } from "./room-context";
import { RoomTextsProvider } from "./room-texts";
import type { RoomStart } from "./use-room";

type RoomConversationProps = {
  place: RoomPlace;
  start: RoomStart & { firstUnreadId: string | null };
  marksRead: boolean;
};

/** The conversation of a room with the words that it needs in the browser. */
export async function RoomConversation({ place, start, marksRead }: RoomConversationProps) {
  const { care: _, search: __, ...texts } = ((await getMessages()) as Messages).conversations;
  return (
    <RoomTextsProvider texts={texts}>
      <Conversation
        key={`${place.groupId} ${start.messages[0]?.id}`}
        place={place}
        start={start}
        marksRead={marksRead}
      />
    </RoomTextsProvider>
  );
}
