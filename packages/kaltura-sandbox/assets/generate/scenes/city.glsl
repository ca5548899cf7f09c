// Skylines over a river. Variants: 0 blue hour, 1 neon night in rain, 2 golden morning, 3 pastel day
vec3 skyTop, skyMid, skyLow, far, near, lamp, sun;
float litShare;
void choose() {
  if (u_variant == 0) { skyTop = paint(0x14265a); skyMid = paint(0x4a5fa8); skyLow = paint(0xf0a08a); far = paint(0x7d7fb0); near = paint(0x0e1633); lamp = paint(0xffcf82); litShare = 0.55; sun = toward(-25.0, -3.0); }
  else if (u_variant == 1) { skyTop = paint(0x0a0820); skyMid = paint(0x2a1650); skyLow = paint(0x8a2f78); far = paint(0x4d2570); near = paint(0x07060f); lamp = paint(0xff6fb0); litShare = 0.62; sun = toward(20.0, -8.0); }
  else if (u_variant == 2) { skyTop = paint(0x6f9fd0); skyMid = paint(0xf2cfa2); skyLow = paint(0xffe4b5); far = paint(0xe8b98f); near = paint(0x6d4532); lamp = paint(0xfff2c8); litShare = 0.12; sun = toward(16.0, 8.0); }
  else { skyTop = paint(0x79b8e8); skyMid = paint(0xb4dcf2); skyLow = paint(0xf4f1e6); far = paint(0xc4d8e4); near = paint(0x5c7186); lamp = paint(0xffffff); litShare = 0.05; sun = toward(-50.0, 45.0); }
}
vec3 skyAt(vec3 rd) {
  vec3 c = three(skyLow, skyMid, skyTop, pow(clamp(elevation(rd) / 1.1, 0.0, 1.0), 0.55));
  float cover = cloudCover(rd, 0.5, 0.05, 5);
  c = mix(c, mix(skyLow, vec3(1), u_variant == 3 ? 0.8 : 0.1), smoothstep(0.5, 0.8, cover) * (u_variant == 1 ? 0.25 : 0.7));
  if (u_variant < 2) c += starField(rd, 0.02) * smoothstep(0.2, 0.6, rd.y);
  return c + sunGlow(rd, sun, mix(skyLow, vec3(1), 0.4), 1.0) * step(0.0, sun.y);
}
vec3 tint(float h) {
  if (u_variant == 1) return three(paint(0xff4fa0), paint(0x7a5cff), paint(0x39e0e6), h);
  return mix(lamp, paint(0xcfe6ff), step(0.82, h) * 0.8);
}
vec3 towers(vec3 rd, vec3 c) {
  float az = azimuth(rd), el = elevation(rd);
  for (int i = 0; i < 5; i++) {
    float d = float(i) / 4.0;
    float n = floor(mix(190.0, 78.0, d));
    float x = (az + 0.05 * d + u_time * 0.004 * d) / TAU * n, id = mod(floor(x), n), f = fract(x);
    float h1 = hash2(vec2(id, 11.0 + float(i) * 7.0)), h2 = hash2(vec2(id, 57.0 + float(i) * 3.0));
    float centre = 0.55 + 0.45 * sin(id / n * TAU * 3.0 + float(i) * 2.0 + u_seed);
    float tall = mix(0.24, 0.10, d) * (0.25 + 0.75 * h1 * h1) * (0.45 + centre * 0.8) + 0.02;
    float gap = 0.04 + 0.10 * h2;
    if (f < gap || f > 1.0 - gap * 0.4) tall *= 0.45;
    float mid = abs(f - 0.5);
    if (h2 > 0.72) tall *= mid < 0.28 ? 1.0 : 0.82;                 // stepped
    if (h2 < 0.14 && i < 3) tall += 0.05 * smoothstep(0.5, 0.0, mid) * smoothstep(0.1, 0.0, mid * 0.5); // pointed
    if (h2 > 0.86 && mid < 0.018) tall += 0.035;                    // aerial
    if (el > tall || el < -0.02) continue;
    vec3 body = mix(far, near, pow(d, 1.3));
    float side = smoothstep(0.25, 0.75, f);
    body *= u_variant > 1 ? mix(1.12, 0.80, side) * (0.9 + 0.2 * h1) : mix(1.0, 0.78, side);
    if (u_variant == 3) body = mix(body, three(paint(0xe9c9b0), paint(0xb8cfd8), paint(0xd6d2c4), h2), 0.35 * d + 0.15);
    // windows
    float floors = el * mix(330.0, 190.0, d), cols = f * mix(7.0, 11.0, d);
    vec2 w = vec2(fract(cols), fract(floors)), wid = vec2(floor(cols) + id * 13.0, floor(floors) + float(i) * 101.0);
    bool pane = w.x > 0.25 && w.x < 0.8 && w.y > 0.3 && w.y < 0.8 && f > gap && el < tall - 0.006;
    float on = step(1.0 - litShare * (0.5 + 0.9 * h1), hash2(wid + floor(u_time * 0.2 + 20.0 * hash2(wid + 5.0)) * 0.0));
    if (pane) {
      if (u_variant > 1) body = mix(body, skyMid * 0.9, 0.35 + 0.2 * hash2(wid)) ;
      body = mix(body, tint(hash2(wid + 3.0)) * (0.6 + 0.5 * hash2(wid + 7.0)), on * (u_variant > 1 ? 0.7 : 0.9) * mix(0.5, 1.0, d));
    }
    if (u_variant == 1 && h1 > 0.6 && mid < 0.16 && el > tall * 0.45 && el < tall * 0.85 && i > 2) {
      float bar = step(0.45, fract(el * 160.0));
      body = mix(body, tint(h2) * 1.3, 0.8 * bar);
    }
    vec3 haze = mix(far, skyLow, 0.55);
    c = mix(body, haze, (1.0 - d) * 0.35 + smoothstep(0.05, 0.0, el) * 0.35 * (1.0 - 0.6 * d));
  }
  return c;
}
vec3 above(vec3 rd) { return towers(rd, skyAt(rd)); }
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  choose();
  float el = elevation(rd);
  if (el > -0.018) return above(rd);
  vec2 p = rd.xz / -rd.y;
  float ripple = fbm(vec2(p.x * 2.0, p.y * 10.0) + vec2(u_time * 0.3, u_time * 0.9), 4) - 0.5;
  vec3 back = rd; back.y = -rd.y - 0.016 + ripple * 0.16 * smoothstep(0.0, 0.4, -el);
  back.x += ripple * 0.02; back = normalize(back); back.y = max(back.y, 0.001);
  vec3 c = above(normalize(back)) * (u_variant > 1 ? 0.82 : 0.72);
  vec3 deep = u_variant == 3 ? paint(0x4b7f92) : u_variant == 2 ? paint(0x9a7a63) : near;
  c = mix(c, deep, 0.16 + 0.6 * smoothstep(0.15, 1.1, -el));
  if (el > -0.026) c = near * 0.7;
  return c;
}
