#include "detect/recipients.h"

#include "detect/organisation.h"
#include "text/mailbox.h"

bool recipients_share(const struct judge *judge, struct arena *arena, const struct message *message,
		      struct span domain)
{
	for (size_t i = 0; i < message->recipient_count; i++) {
		struct mailbox own = mailbox_parse(arena, message->recipients[i]);

		if (organisation_same(judge->catalogue, own.domain.ascii, domain))
			return true;
	}
	return false;
}
