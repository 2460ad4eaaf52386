/* Loaded before the C library (LD_PRELOAD): every look at a clock shows another century. */
#include <stdio.h>
#include <sys/time.h>
#include <time.h>

static unsigned looks;

static time_t jumped(void)
{
	static const time_t times[] = {0,	   4102444800, -86400,	  1,
				       2147483647, 2147483648, 1763800000};

	return times[looks++ % (sizeof(times) / sizeof(times[0]))];
}

time_t time(time_t *out)
{
	time_t now = jumped();

	if (out)
		*out = now;
	return now;
}

int clock_gettime(clockid_t clock, struct timespec *out)
{
	(void)clock;
	*out = (struct timespec){.tv_sec = jumped()};
	return 0;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone)
{
	(void)zone;
	*out = (struct timeval){.tv_sec = jumped()};
	return 0;
}

__attribute__((destructor)) static void tell(void)
{
	fprintf(stderr, "the clock jumped %u times\n", looks);
}
