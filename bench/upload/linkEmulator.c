/*
 * A link between two network namespaces, packet by packet: for kernels that have no netem, and for tests that want the
 * kernel's own TCP at both ends (slow start, CUBIC, SACK), which a proxy in between would hide.
 *
 *   gcc -O2 -o linkEmulator linkEmulator.c
 *   linkEmulator NAMESPACE_A NAMESPACE_B          as root; both must exist
 *
 * It makes a TUN device `link0` in each and says `up`. Each line on its input sets the link anew:
 *
 *   MBIT_PER_SECOND ONE_WAY_DELAY_US LOSS_PPM QUEUE_BYTES SEED
 *
 * and is answered with `ok`. A packet waits in a queue that drops what does not fit, leaves at the link's rate, and comes
 * out after the delay; on the way from A to B it may be lost. It ends when its input does.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define SLOTS 65536
#define SLOT_BYTES 2048
#define READS_IN_A_ROW 64
#define IDLE_NS 50000000ull

struct packet {
  uint64_t leaves_queue; /* its last bit is on the link */
  uint64_t arrives;
  int length;
  unsigned char bytes[SLOT_BYTES];
};

/* One way of the link: a ring in which packets first stand in the queue, then fly. Indices only grow. */
struct way {
  struct packet *ring;
  uint32_t oldest;      /* the next to arrive */
  uint32_t first_queued;
  uint32_t end;
  uint64_t link_free_at;
  long queued_bytes;
};

static struct {
  double mbit;
  uint64_t delay_ns;
  uint32_t loss_ppm;
  long queue_bytes;
} settings = {1000, 0, 0, 1 << 20};

static uint64_t random_state = 1;

static uint64_t now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000ull + time.tv_nsec;
}

/* xorshift64: the same seed loses the same packets. */
static uint32_t next_random(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (uint32_t)(random_state >> 16);
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int open_device(const char *namespace) {
  char path[256];
  snprintf(path, sizeof path, "/var/run/netns/%s", namespace);
  int handle = open(path, O_RDONLY);
  if (handle < 0 || setns(handle, CLONE_NEWNET)) fail(path);
  close(handle);
  int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  if (device < 0) fail("/dev/net/tun");
  struct ifreq request;
  memset(&request, 0, sizeof request);
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  strcpy(request.ifr_name, "link0");
  if (ioctl(device, TUNSETIFF, &request)) fail("link0");
  return device;
}

static struct packet *slot(struct way *way, uint32_t index) { return &way->ring[index % SLOTS]; }

static void empty_queue(struct way *way, uint64_t now) {
  while (way->first_queued != way->end && slot(way, way->first_queued)->leaves_queue <= now) {
    way->queued_bytes -= slot(way, way->first_queued)->length;
    way->first_queued++;
  }
}

/* Hands over what has arrived; answers when the next packet will, at the latest `until`. */
static uint64_t deliver(struct way *way, int device, uint64_t now, uint64_t until) {
  empty_queue(way, now);
  while (way->oldest != way->end) {
    struct packet *packet = slot(way, way->oldest);
    if (packet->arrives > now) return packet->arrives < until ? packet->arrives : until;
    /* A device that can't take it has dropped it, as a network would. */
    if (write(device, packet->bytes, packet->length) < 0 && errno != EAGAIN && errno != EIO) fail("write");
    way->oldest++;
  }
  return until;
}

static void take_in(struct way *way, int device, int may_lose) {
  for (int reads = 0; reads < READS_IN_A_ROW && way->end - way->oldest < SLOTS - 1; reads++) {
    struct packet *packet = slot(way, way->end);
    int length = read(device, packet->bytes, SLOT_BYTES);
    if (length <= 0) return;
    uint64_t now = now_ns();
    if (may_lose && settings.loss_ppm && next_random() % 1000000 < settings.loss_ppm) continue;
    empty_queue(way, now);
    if (way->queued_bytes + length > settings.queue_bytes) continue;
    uint64_t starts = way->link_free_at > now ? way->link_free_at : now;
    way->link_free_at = starts + (uint64_t)(length * 8000.0 / settings.mbit);
    packet->length = length;
    packet->leaves_queue = way->link_free_at;
    packet->arrives = way->link_free_at + settings.delay_ns;
    way->queued_bytes += length;
    way->end++;
  }
}

/* Answers 0 when the input has ended. */
static int read_settings(void) {
  char line[256];
  int length = read(0, line, sizeof line - 1);
  if (length == 0) return 0;
  if (length < 0) return 1;
  line[length] = 0;
  double mbit;
  unsigned long delay_us, seed;
  unsigned loss_ppm;
  long queue_bytes;
  if (sscanf(line, "%lf %lu %u %ld %lu", &mbit, &delay_us, &loss_ppm, &queue_bytes, &seed) == 5) {
    settings.mbit = mbit;
    settings.delay_ns = delay_us * 1000ull;
    settings.loss_ppm = loss_ppm;
    settings.queue_bytes = queue_bytes;
    random_state = 88172645463325252ull + seed * 2654435761ull;
    puts("ok");
    fflush(stdout);
  }
  return 1;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_TIMERSLACK, 1000);
  /* A link does not wait for its turn. Where that is not allowed, it does. */
  struct sched_param priority = {.sched_priority = 1};
  sched_setscheduler(0, SCHED_FIFO, &priority);
  int devices[2] = {open_device(arguments[1]), open_device(arguments[2])};
  struct way ways[2] = {{0}, {0}};
  for (int i = 0; i < 2; i++) ways[i].ring = calloc(SLOTS, sizeof(struct packet));
  fcntl(0, F_SETFL, O_NONBLOCK);
  puts("up");
  fflush(stdout);

  for (;;) {
    uint64_t now = now_ns(), next = now + IDLE_NS;
    for (int i = 0; i < 2; i++) next = deliver(&ways[i], devices[1 - i], now, next);
    struct pollfd inputs[3] = {{devices[0], POLLIN, 0}, {devices[1], POLLIN, 0}, {0, POLLIN, 0}};
    now = now_ns();
    uint64_t pause = next > now ? next - now : 0;
    struct timespec timeout = {pause / 1000000000ull, pause % 1000000000ull};
    if (ppoll(inputs, 3, &timeout, NULL) < 0 && errno != EINTR) return 1;
    for (int i = 0; i < 2; i++)
      if (inputs[i].revents & POLLIN) take_in(&ways[i], devices[i], i == 0);
    if (inputs[2].revents && !read_settings()) return 0;
  }
}
