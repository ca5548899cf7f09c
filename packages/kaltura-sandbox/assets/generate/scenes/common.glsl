#version 300 es
precision highp float;
precision highp int;

uniform vec2 u_size;
uniform float u_time;      // seconds
uniform float u_seed;
uniform int u_variant;
uniform int u_samples;     // per axis
uniform bool u_sphere;     // equirectangular instead of a camera
uniform vec3 u_eye;
uniform vec3 u_view;       // yaw, pitch (degrees), focal length
out vec4 o_color;

const float PI = 3.14159265;
const float TAU = 6.2831853;

// --- colours: written as in a paint box (sRGB), computed with in linear light

vec3 paint(int hex) {
  vec3 srgb = vec3(hex >> 16 & 255, hex >> 8 & 255, hex & 255) / 255.0;
  return pow(srgb, vec3(2.2));
}

vec3 three(vec3 a, vec3 b, vec3 c, float x) {
  return x < 0.5 ? mix(a, b, smoothstep(0.0, 1.0, x * 2.0)) : mix(b, c, smoothstep(0.0, 1.0, x * 2.0 - 1.0));
}

// --- noise

uint mash(uint x) {
  x ^= x >> 16; x *= 0x7feb352du; x ^= x >> 15; x *= 0x846ca68bu; x ^= x >> 16;
  return x;
}
float unit(uint x) { return float(x >> 8) / 16777216.0; }
float hash1(float x) { return unit(mash(floatBitsToUint(x + u_seed * 17.0 + 0.5))); }
float hash2(vec2 p) {
  ivec2 i = ivec2(floor(p));
  return unit(mash(uint(i.x) * 0x9e3779b9u ^ (uint(i.y) * 0x85ebca6bu + uint(u_seed * 131.0) * 0x27d4eb2fu)));
}
float hash3(vec3 p) {
  ivec3 i = ivec3(floor(p));
  return unit(mash(uint(i.x) * 0x9e3779b9u ^ (uint(i.y) * 0x85ebca6bu + uint(i.z) * 0xc2b2ae35u + uint(u_seed * 131.0) * 0x27d4eb2fu)));
}
vec2 hash22(vec2 p) { return vec2(hash2(p), hash2(p + 71.0)); }

float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p), u = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  return mix(mix(hash2(i), hash2(i + vec2(1, 0)), u.x), mix(hash2(i + vec2(0, 1)), hash2(i + vec2(1, 1)), u.x), u.y);
}
float noise(vec3 p) {
  vec3 i = floor(p), f = fract(p), u = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  vec2 e = vec2(0, 1);
  return mix(
    mix(mix(hash3(i), hash3(i + e.yxx), u.x), mix(hash3(i + e.xyx), hash3(i + e.yyx), u.x), u.y),
    mix(mix(hash3(i + e.xxy), hash3(i + e.yxy), u.x), mix(hash3(i + e.xyy), hash3(i + 1.0), u.x), u.y), u.z);
}
const mat2 TURN = mat2(0.8, 0.6, -0.6, 0.8);
float fbm(vec2 p, int octaves) {
  float sum = 0.0, amp = 0.5, all = 0.0;
  for (int i = 0; i < octaves; i++) { sum += amp * noise(p); all += amp; p = TURN * p * 2.03 + 13.7; amp *= 0.5; }
  return sum / all;
}
float fbm(vec3 p, int octaves) {
  float sum = 0.0, amp = 0.5, all = 0.0;
  for (int i = 0; i < octaves; i++) { sum += amp * noise(p); all += amp; p = p * 2.03 + 13.7; p.xz = TURN * p.xz; amp *= 0.5; }
  return sum / all;
}
float ridged(vec3 p, int octaves) {
  float sum = 0.0, amp = 0.5, all = 0.0;
  for (int i = 0; i < octaves; i++) {
    float n = 1.0 - abs(noise(p) * 2.0 - 1.0);
    sum += amp * n * n; all += amp; p = p * 2.1 + 5.3; p.xz = TURN * p.xz; amp *= 0.47;
  }
  return sum / all;
}
// distances to the nearest and second nearest point, and the nearest point's own number
vec3 cells(vec2 p, float wobble) {
  vec3 best = vec3(9, 9, 0);
  vec2 i = floor(p);
  for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
    vec2 c = i + vec2(x, y), h = hash22(c);
    vec2 q = c + 0.5 + 0.42 * sin(TAU * h + u_time * wobble) ;
    float d = length(q - p);
    if (d < best.x) best = vec3(d, best.x, hash2(c + 19.0)); else if (d < best.y) best.y = d;
  }
  return best;
}

// --- directions

float azimuth(vec3 rd) { return atan(rd.x, rd.z); }
float elevation(vec3 rd) { return asin(clamp(rd.y, -1.0, 1.0)); }
// a place on a circle: what is a function of it closes seamlessly behind the viewer
vec3 around(float az, float radius) { return vec3(sin(az) * radius, 0.0, cos(az) * radius); }
vec3 toward(float azDegrees, float elDegrees) {
  float a = radians(azDegrees), e = radians(elDegrees);
  return vec3(sin(a) * cos(e), sin(e), cos(a) * cos(e));
}
mat2 rot(float a) { float c = cos(a), s = sin(a); return mat2(c, s, -s, c); }

// --- skies

float cloudCover(vec3 rd, float scale, float drift, int octaves) {
  if (rd.y <= 0.0) return 0.0;
  vec2 p = rd.xz / (rd.y + 0.12) * scale + vec2(u_time * drift, u_time * drift * 0.4);
  float n = fbm(p + 0.6 * fbm(p * 1.7 + 4.0, 3), octaves);
  return n * smoothstep(0.0, 0.12, rd.y);
}
vec3 sunGlow(vec3 rd, vec3 sun, vec3 tint, float size) {
  float d = max(dot(rd, sun), 0.0);
  return tint * (smoothstep(1.0 - size * 0.0006, 1.0 - size * 0.0003, d) * 2.0 + 0.35 * pow(d, 90.0 / size) + 0.22 * pow(d, 8.0));
}
vec3 starField(vec3 rd, float density) {
  vec3 sum = vec3(0);
  for (int layer = 0; layer < 3; layer++) {
    float scale = 34.0 * pow(1.9, float(layer));
    vec3 p = rd * scale, c = floor(p);
    float h = hash3(c + float(layer) * 31.0);
    vec3 at = c + 0.5 + 0.3 * (vec3(hash3(c + 3.0), hash3(c + 7.0), hash3(c + 11.0)) - 0.5);
    float d = length(cross(rd, at - rd * dot(rd, at)) ) ;
    d = length(at - rd * dot(at, rd));
    float bright = smoothstep(1.0 - density, 1.0, h);
    float twinkle = 0.8 + 0.2 * sin(u_time * (2.0 + 5.0 * h) + h * 90.0);
    sum += bright * twinkle * exp(-d * d * 140.0 / (0.5 + bright)) * mix(vec3(1.0, 0.8, 0.6), vec3(0.7, 0.85, 1.0), hash3(c + 23.0)) * 1.8;
  }
  return sum;
}

// --- a line of firs on the horizon: its height (radians) at an azimuth
float firs(float az, float count, float tall, float el) {
  float best = 0.0;
  for (int layer = 0; layer < 2; layer++) {
    float n = floor(count * (1.0 + 0.37 * float(layer)));
    float x = az / TAU * n, id = mod(floor(x), n);
    float h = tall * (0.45 + 0.55 * hash2(vec2(id, 5.0 + float(layer))));
    float off = abs(fract(x) - 0.5 - 0.25 * (hash2(vec2(id, 9.0)) - 0.5)) * 2.0;
    float reach = clamp(el / h, 0.0, 1.0);
    float tooth = 0.24 * fract(reach * 7.0) * (1.0 - reach);
    float width = (1.0 - reach) * 0.85 + 0.06 - tooth;
    if (off < width && el < h) best = max(best, h);
  }
  return best;
}

vec3 scene(vec3 ro, vec3 rd, vec2 uv);
