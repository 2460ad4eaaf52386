/* Systems without a sandbox of ours yet: theirs (pledge, Capsicum, sandbox_init, restricted tokens)
 * would be a file beside this one. Also builds whose sanitizers need threads, files and ptrace. */
#include "sandbox.h"

#include "log.h"

#ifdef HONMONO_SANITIZED
#define STATE "no sandbox: the sanitizers of this build need what it forbids"
#else
#define STATE "no sandbox: there is none for this system yet"
#endif

bool sandbox_enter(int out, size_t mapped, char problem[static 160])
{
	(void)out;
	(void)mapped;
	(void)problem;
	log_line("%s", STATE);
	return true;
}

const char *sandbox_state(void)
{
	return STATE;
}
