// Open water. Variants: 0 tropical, 1 sunset, 2 moonlight, 3 storm, 4 lighthouse at blue hour
vec3 skyTop, skyMid, skyLow, water, deep, sunTint, sun;
void choose() {
  if (u_variant == 0) { skyTop = paint(0x1f6fd0); skyMid = paint(0x69b4ec); skyLow = paint(0xd9f1fb); water = paint(0x1fb5b8); deep = paint(0x0a4f86); sunTint = paint(0xfff6da); sun = toward(35.0, 38.0); }
  else if (u_variant == 1) { skyTop = paint(0x3a3f78); skyMid = paint(0xd9677c); skyLow = paint(0xffc16b); water = paint(0x8a4a66); deep = paint(0x241b45); sunTint = paint(0xffc98a); sun = toward(-9.0, 5.5); }
  else if (u_variant == 2) { skyTop = paint(0x060b22); skyMid = paint(0x14244f); skyLow = paint(0x3d5a86); water = paint(0x12355c); deep = paint(0x050d22); sunTint = paint(0xdfe9ff); sun = toward(14.0, 19.0); }
  else if (u_variant == 3) { skyTop = paint(0x3b464f); skyMid = paint(0x6d7a80); skyLow = paint(0xb9bfb4); water = paint(0x3d6a6c); deep = paint(0x15292f); sunTint = paint(0xe8ecd8); sun = toward(-40.0, 25.0); }
  else { skyTop = paint(0x0f1f4a); skyMid = paint(0x3c62a0); skyLow = paint(0xf2a98a); water = paint(0x2a4f86); deep = paint(0x0b1a38); sunTint = paint(0xffbb90); sun = toward(-38.0, -2.0); }
}
vec3 skyAt(vec3 rd) {
  vec3 c = three(skyLow, skyMid, skyTop, pow(clamp(elevation(rd) / 1.2, 0.0, 1.0), 0.55));
  if (u_variant == 2) c += starField(rd, 0.035) * smoothstep(0.05, 0.4, rd.y);
  float cover = cloudCover(rd, u_variant == 3 ? 0.8 : 0.42, 0.05, 6);
  float heavy = u_variant == 3 ? 0.36 : u_variant == 2 ? 0.56 : 0.5;
  vec3 lit = u_variant == 3 ? mix(paint(0x2c3338), paint(0xaab3b3), fbm(rd.xz / (rd.y + 0.12) * 1.3 + 7.0, 4))
    : mix(skyLow, sunTint, 0.5) * (u_variant == 2 ? 0.35 : 1.1);
  c = mix(c, lit, smoothstep(heavy, heavy + 0.3, cover) * 0.85);
  c += sunGlow(rd, sun, sunTint, u_variant == 2 ? 2.2 : 1.4);
  return c;
}
float swell(vec2 p) {
  float h = 0.0, amp = 0.5; vec2 d = vec2(1.0, 0.25);
  float s = u_variant == 3 ? 1.6 : 1.0;
  for (int i = 0; i < 6; i++) {
    float w = sin(dot(p, d) + u_time * (0.9 + 0.35 * float(i)) + 2.0 * noise(p * 0.3 + float(i)));
    h += amp * (1.0 - abs(w)) ; d = TURN * d * 1.85; amp *= 0.5;
  }
  return h * s;
}
vec3 islands(vec3 rd, vec3 c) {
  float az = azimuth(rd), el = elevation(rd);
  for (int i = 0; i < 2; i++) {
    float h = 0.09 * (fbm(around(az, 1.4 + float(i)) + 13.0 * float(i) + u_seed, 5) - 0.5 - 0.04 * float(1 - i)) * (u_variant == 0 ? 1.3 : 1.0);
    if (el < h && el > -0.002) {
      vec3 body = mix(mix(skyLow, skyMid, 0.6), u_variant == 0 ? paint(0x2f6b4a) : deep, 0.35 + 0.35 * float(i));
      c = mix(body, skyLow, smoothstep(0.02, 0.0, el) * 0.35);
    }
  }
  return c;
}
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  choose();
  float horizon = -0.0015;
  vec3 c;
  if (rd.y > horizon) c = islands(rd, skyAt(rd));
  else {
    float t = 1.7 / -rd.y;
    vec2 p = rd.xz * t;
    float fade = 1.0 / (1.0 + t * t * 0.0012);
    float e = 0.02 + t * 0.002;
    float h = swell(p), hx = swell(p + vec2(e, 0)), hz = swell(p + vec2(0, e));
    vec3 n = normalize(vec3((h - hx) / e * 0.11 * fade, 1.0, (h - hz) / e * 0.11 * fade));
    float fresnel = 0.03 + 0.97 * pow(1.0 - max(dot(n, -rd), 0.0), 5.0);
    vec3 r = reflect(rd, n); r.y = abs(r.y) + 0.01;
    vec3 below = mix(deep, water, clamp(0.25 + 0.55 * h * fade, 0.0, 1.0));
    if (u_variant == 0) below = mix(below, paint(0x7fe3d2), 0.55 * smoothstep(14.0, 2.0, t));
    c = mix(below, skyAt(normalize(r)) * 0.9, clamp(fresnel, 0.0, 0.85));
    float glint = pow(max(dot(normalize(r), normalize(sun + vec3(0, 0.02, 0))), 0.0), 180.0);
    c += sunTint * glint * 2.2;
    vec2 across = normalize(sun.xz);
    float lane = pow(max(dot(normalize(rd.xz), across), 0.0), 220.0);
    c += sunTint * lane * smoothstep(0.55, 1.0, noise(p * vec2(2.0, 5.0) + u_time)) * 0.55 * step(0.0, sun.y);
    float foam = smoothstep(0.80, 1.0, h) * smoothstep(0.5, 0.75, fbm(p * 3.0 + u_time * 0.2, 4)) * fade;
    c = mix(c, vec3(0.85) * (skyLow + 0.25), foam * (u_variant == 3 ? 0.9 : u_variant == 0 ? 0.35 : 0.15));
    c = mix(c, mix(skyLow, water, 0.35), smoothstep(60.0, 900.0, t) * 0.8);
  }
  if (u_variant == 1 || u_variant == 0) { // a sailing boat
    float az = azimuth(rd) - radians(u_variant == 1 ? 7.0 : -17.0), el = elevation(rd);
    vec2 q = vec2(az, el + 0.013) * 26.0;
    q.y -= 0.02 * sin(u_time);
    bool hull = q.y > -0.02 && q.y < 0.12 && abs(q.x) < 0.30 + q.y * 0.8;
    bool main = q.y > 0.15 && q.y < 1.3 && q.x < 0.0 && q.x > -0.34 * (1.3 - q.y);
    bool jib = q.y > 0.15 && q.y < 1.1 && q.x > 0.03 && q.x < 0.30 * (1.1 - q.y);
    if (hull) c = u_variant == 1 ? deep * 0.6 : paint(0x27384f);
    if (main || jib) c = u_variant == 1 ? mix(deep, sunTint, jib ? 0.35 : 0.2) : vec3(jib ? 0.95 : 0.85);
  }
  if (u_variant == 4) { // the lighthouse and its rock
    float az = azimuth(rd) - radians(13.0), el = elevation(rd);
    float rock = 0.05 * (fbm(vec2(az * 9.0 + 3.0, 1.0), 5) * 1.5) * smoothstep(0.34, 0.05, abs(az + 0.03)) - 0.02;
    vec2 q = vec2(az, el - 0.03);
    float w = 0.024 - q.y * 0.045;
    vec3 stone = paint(0x1a2236);
    vec2 lamp = vec2(0.0, 0.265);
    float beam = exp(-abs(q.y - lamp.y - az * 0.12) * 55.0 / (0.25 + abs(az) * 2.5)) * exp(-abs(az) * 1.5);
    c += paint(0xffdf9a) * beam * 0.5 * (0.75 + 0.25 * sin(u_time * 1.4));
    c += paint(0xffdf9a) * 0.9 * exp(-length(q - lamp) * 60.0);
    if (abs(q.x) < w && q.y > -0.03 && q.y < 0.24) c = mix(fract(q.y * 14.0) < 0.5 ? paint(0xb8bccb) : paint(0x9c3b3b), skyTop, 0.35) * (0.45 + 0.55 * smoothstep(w, -w, q.x));
    if (abs(q.x) < 0.018 && q.y >= 0.24 && q.y < 0.25) c = stone;
    if (abs(q.x) < 0.011 && q.y >= 0.25 && q.y < 0.28) c = paint(0xfff0bf) * 1.4;
    if (abs(q.x) < 0.015 * (0.31 - q.y) / 0.03 && q.y >= 0.28 && q.y < 0.31) c = stone;
    if (el < rock && el > -0.03) c = mix(stone, skyMid, 0.18 * fbm(vec2(az * 60.0, el * 90.0), 4) + 0.05);
  }
  return c;
}
