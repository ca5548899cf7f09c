// Pictures without a camera. Variants: 0 stained tissue, 1 fluorescent cells, 2 leaf cells, 3 silk waves violet, 4 silk waves sea,
// 5 silk waves ember, 6 paper map, 7 night map, 8 chalkboard with a curve, 9 waveform poster, 10 watercolour swatches, 11 circuit
vec3 tissue(vec2 uv) {
  vec2 p = uv * 3.4 + 3.0 + 0.25 * vec2(fbm(uv * 3.0 + 4.0, 3), fbm(uv * 3.0 + 19.0, 3));
  vec3 v = cells(p, 0.03);
  float edge = v.y - v.x, body = smoothstep(0.03, 0.16, edge);
  vec3 c = mix(paint(0xf7d9e6), mix(paint(0xe79ac0), paint(0xd474ac), v.z), body);
  c *= 0.88 + 0.24 * fbm(p * 4.0, 4);
  float nucleus = smoothstep(0.27, 0.20, v.x * (1.0 + 0.5 * (noise(p * 2.5 + v.z * 9.0) - 0.5)) + 0.05 * v.z);
  c = mix(c, mix(paint(0x5b2a86), paint(0x3d1a6b), noise(p * 9.0)), nucleus * 0.9);
  c = mix(c, paint(0xfff3f8), smoothstep(0.62, 0.75, fbm(uv * 1.6 + 2.0, 4)));
  return c;
}
vec3 fluorescent(vec2 uv) {
  vec2 p = uv * 2.1 + 1.0 + 0.3 * vec2(fbm(uv * 2.0 + 4.0 + u_time * 0.02, 3), fbm(uv * 2.0 + 19.0, 3));
  vec3 v = cells(p, 0.05);
  vec3 c = paint(0x030a14);
  float fibre = pow(1.0 - abs(noise(p * 5.0 + 3.0 * fbm(p * 2.0, 4)) * 2.0 - 1.0), 5.0);
  float cell = smoothstep(0.72, 0.15, v.x);
  c += paint(0x1fd38a) * fibre * cell * 0.85 + paint(0x0b6b52) * cell * 0.35;
  c += paint(0xff5a5a) * pow(1.0 - abs(noise(p * 7.0 + 40.0) * 2.0 - 1.0), 9.0) * cell * 0.55;
  float nucleus = smoothstep(0.24, 0.17, v.x * (1.0 + 0.3 * (noise(p * 3.0) - 0.5)));
  c = mix(c, paint(0x3d6bff) * (0.55 + 0.7 * fbm(p * 8.0, 4)), nucleus * 0.95);
  return c;
}
vec3 leaf(vec2 uv) {
  vec2 p = vec2(uv.x * 2.2, uv.y * 4.2 + 0.5 * sin(uv.x * 2.0));
  p += 0.10 * vec2(fbm(uv * 4.0, 3), fbm(uv * 4.0 + 8.0, 3));
  vec3 v = cells(p, 0.015);
  float wall = smoothstep(0.10, 0.02, v.y - v.x);
  vec3 c = mix(paint(0xd7ef9f), paint(0x8fcf5a), 0.4 + 0.6 * v.z) * (0.85 + 0.3 * fbm(p * 3.0, 3));
  vec2 g = p * 5.0 + vec2(u_time * 0.12, 0.0) * (v.z - 0.5);
  vec3 w = cells(g, 0.1);
  c = mix(c, mix(paint(0x1f7a2e), paint(0x2f9a3c), w.z), smoothstep(0.34, 0.24, w.x) * step(0.35, w.z) * (1.0 - wall));
  return mix(c, paint(0x3b7a28), wall * 0.85);
}
vec3 silk(vec2 uv, vec3 a, vec3 b, vec3 d, vec3 e) {
  vec2 p = uv * 0.9; p.x += u_time * 0.03;
  vec2 q = vec2(fbm(p + u_seed, 4), fbm(p + 5.2, 4));
  vec2 r = vec2(fbm(p + 2.2 * q + 1.7 + u_time * 0.04, 4), fbm(p + 2.2 * q + 9.2, 4));
  float f = fbm(p * 0.8 + 2.4 * r, 5);
  float fold = 0.5 + 0.5 * sin(f * 30.0 + q.x * 8.0);
  vec3 c = mix(a, b, smoothstep(0.25, 0.7, f)); c = mix(c, d, smoothstep(0.35, 0.8, r.y)); 
  c = mix(c, e, pow(fold, 6.0) * 0.35 + smoothstep(0.62, 0.8, q.x) * 0.5);
  return c * (0.72 + 0.42 * fold * smoothstep(0.2, 0.6, f)) ;
}
float land(vec2 p) { return fbm(p * 1.15 + 0.35 * vec2(fbm(p * 2.0 + 3.0, 4), fbm(p * 2.0 + 9.0, 4)) + u_seed, 7); }
vec3 chart(vec2 uv, bool dark) {
  vec2 p = uv * 1.25 + vec2(u_time * 0.015, 0.0);
  float h = land(p), e = 0.004;
  vec2 g = vec2(land(p + vec2(e, 0)) - h, land(p + vec2(0, e)) - h) / e;
  float shade = clamp(0.5 - dot(g, vec2(0.35, -0.5)) * 0.7, 0.0, 1.0);
  float sea = 0.46, up = clamp((h - sea) / 0.32, 0.0, 1.0);
  vec3 c;
  if (h < sea) {
    float d = (sea - h) / 0.2;
    c = dark ? mix(paint(0x16324f), paint(0x0a1a30), d) : mix(paint(0xbfe3e6), paint(0x6fb2c8), clamp(d, 0.0, 1.0));
    float ring = smoothstep(0.9, 1.0, sin(h * 420.0)); c = mix(c, dark ? paint(0x2b5a80) : vec3(1), ring * 0.12);
  } else {
    c = dark ? three(paint(0x1b3a3a), paint(0x35584a), paint(0xa8b08a), up) : three(paint(0xcfe0a8), paint(0xf0e2b4), paint(0xc58f62), up);
    if (!dark) c = mix(c, vec3(1), smoothstep(0.85, 1.0, up));
    c *= 0.62 + 0.7 * shade;
    float lines = abs(fract(h * 46.0) - 0.5), width = length(g) * 46.0 * 0.0035;
    c = mix(c, dark ? paint(0x7fd0b0) : paint(0x8a6a48), (1.0 - smoothstep(width * 0.6, width * 1.8, 0.5 - abs(lines - 0.0) > 0.25 ? lines : 1.0)) * 0.45);
    float river = abs(noise(p * 2.3 + 40.0 + 0.6 * fbm(p * 3.0, 3)) - 0.5);
    c = mix(dark ? paint(0x3f8fc0) : paint(0x5aa6c8), c, smoothstep(0.006, 0.013, river + up * 0.02));
    vec2 city = cells(p * 3.0, 0.0).xz;
    if (dark) c += paint(0xffcf80) * exp(-city.x * 14.0) * step(0.45, city.y) * (1.0 - up);
  }
  c = mix(c, dark ? paint(0x9fd0ff) : paint(0x3a4a50), smoothstep(0.006, 0.0, abs(h - sea)) * 0.7);
  vec2 grid = abs(fract(uv * 1.6) - 0.5);
  c = mix(c, dark ? paint(0x5f80a0) : paint(0x507080), smoothstep(0.494, 0.498, max(grid.x, grid.y)) * 0.35);
  return c;
}
vec3 board(vec2 uv) {
  vec3 c = mix(paint(0x1f4a3c), paint(0x2c5f4d), fbm(uv * 1.4, 4));
  c += 0.05 * smoothstep(0.45, 0.8, fbm(vec2(uv.x * 0.7 + uv.y * 1.5, uv.y * 6.0 - uv.x * 3.0), 5));
  float grain = 0.55 + 0.6 * noise(uv * 240.0);
  vec3 chalk = paint(0xf2f2e6), rose = paint(0xffb3a0), sky = paint(0xa8dcff), sun = paint(0xffe48a);
  vec2 o = vec2(-0.95, -0.55); vec2 q = (uv - o) / vec2(0.62, 0.62);
  float px = 0.008;
  float axis = min(abs(uv.x - o.x) + (uv.y < o.y - 0.08 || uv.y > 0.78 ? 9.0 : 0.0), abs(uv.y - o.y) + (uv.x < o.x - 0.08 || uv.x > 1.55 ? 9.0 : 0.0));
  c = mix(c, chalk, smoothstep(px, px * 0.3, axis) * grain);
  vec2 tick = abs(fract(q * 2.0 + 0.5) - 0.5) * 0.31;
  if ((abs(uv.y - o.y) < 0.022 && uv.x > o.x && uv.x < 1.5) ) c = mix(c, chalk, smoothstep(px, 0.002, tick.x) * grain);
  if ((abs(uv.x - o.x) < 0.022 && uv.y > o.y && uv.y < 0.75) ) c = mix(c, chalk, smoothstep(px, 0.002, tick.y) * grain);
  float x = q.x, f = 0.85 + 0.55 * sin(x * 1.9 - 0.6) + 0.18 * x * 0.5, df = 0.55 * 1.9 * cos(x * 1.9 - 0.6) + 0.09;
  float shown = u_time * 0.55;
  if (x > 0.0 && x < min(3.9, shown)) {
    c = mix(c, sun, smoothstep(px * 1.6, px * 0.5, abs(q.y - f) * 0.62 / sqrt(1.0 + df * df)) * grain);
    float hatch = step(0.0, q.y) * step(q.y, f) * step(0.9, x) * step(x, 2.2);
    c = mix(c, sky, hatch * smoothstep(0.9, 1.0, sin((uv.x + uv.y) * 90.0)) * 0.5 * grain);
  }
  float at = min(mod(u_time * 0.4, 3.6) + 0.2, max(shown - 0.1, 0.3)), fy = 0.85 + 0.55 * sin(at * 1.9 - 0.6) + 0.09 * at, k = 0.55 * 1.9 * cos(at * 1.9 - 0.6) + 0.09;
  float line = abs((q.y - fy) - k * (q.x - at)) / sqrt(1.0 + k * k) * 0.62;
  if (abs(q.x - at) < 0.95) c = mix(c, rose, smoothstep(px * 1.4, px * 0.4, line) * grain);
  c = mix(c, rose, smoothstep(0.030, 0.022, length((q - vec2(at, fy)) * 0.62)) );
  for (int row = 0; row < 3; row++) { // scribbled formulas
    vec2 w = (uv - vec2(0.72, 0.72 - float(row) * 0.17)) * vec2(11.0, 16.0);
    float id = floor(w.x); vec2 l = vec2(fract(w.x), w.y);
    if (id >= 0.0 && id < 6.0 + float(row) && abs(w.y) < 0.9) {
      float h = hash2(vec2(id, float(row) + 40.0)), s = 9.0;
      if (h < 0.3) s = abs(length((l - vec2(0.5, 0.0)) * vec2(2.2, 1.4)) - 0.6) * 0.5;
      else if (h < 0.5) s = min(abs(l.x - 0.5) + step(0.5, abs(l.y)), abs(l.y) * 0.6 + step(0.32, abs(l.x - 0.5)));
      else if (h < 0.75) s = abs(l.y - 0.5 * sin(l.x * 6.0 + h * 20.0)) * 0.5;
      else s = min(abs(l.y - 0.2), abs(l.y + 0.2)) + step(0.35, abs(l.x - 0.5));
      c = mix(c, chalk, smoothstep(0.12, 0.05, s) * grain * 0.85);
    }
  }
  return c;
}
vec3 poster(vec2 uv) {
  vec3 c = three(paint(0x1b1d4d), paint(0x6a2f7f), paint(0xf07f6a), 0.5 + 0.35 * uv.y + 0.1 * uv.x);
  float n = 84.0, x = (uv.x / 1.78 * 0.5 + 0.5) * n, id = floor(x), f = abs(fract(x) - 0.5);
  float a = fbm(vec2(id * 0.17 + u_time * 0.8, 2.0), 4) * 1.1 * smoothstep(0.0, 18.0, id) * smoothstep(n, n - 18.0, id);
  a *= 0.35 + 0.9 * abs(sin(id * 0.55 + u_time * 2.0));
  float bar = smoothstep(0.36, 0.28, f) * smoothstep(a + 0.02, a, abs(uv.y));
  return mix(c, mix(paint(0xffe3c0), vec3(1), 0.4), bar * 0.92);
}
vec3 watercolour(vec2 uv) {
  vec3 c = paint(0xfaf6ec) * (0.96 + 0.05 * noise(uv * 120.0));
  for (int i = 0; i < 9; i++) {
    float f = float(i); vec2 at = vec2(-1.35 + 2.7 * hash1(f), -0.7 + 1.4 * hash1(f + 30.0));
    float r = 0.28 + 0.34 * hash1(f + 60.0);
    float d = length(uv - at) / r + 0.42 * (fbm(uv * 2.6 + f * 5.0 + u_time * 0.02, 5) - 0.5);
    float wash = smoothstep(1.0, 0.93, d), rim = smoothstep(0.80, 0.98, d) * wash;
    vec3 ink = three(three(paint(0x1f6fd0), paint(0x18b49a), paint(0xffc02e), hash1(f + 9.0)), paint(0xf25c45), paint(0x7a3fc0), pow(hash1(f + 99.0), 1.4));
    c *= mix(vec3(1), ink, wash * (0.62 + 0.38 * rim + 0.3 * (fbm(uv * 5.0 + f, 4) - 0.5)));
  }
  return c;
}
vec3 circuit(vec2 uv) {
  vec2 p = uv * 9.0 + vec2(u_time * 0.2, 0.0); vec2 i = floor(p), f = fract(p) - 0.5;
  vec3 c = mix(paint(0x06352c), paint(0x0b5040), fbm(uv * 3.0, 4)) * (0.9 + 0.2 * noise(p * 6.0));
  float h = hash2(i), w = 0.055;
  float trace = 9.0;
  if (h < 0.35) trace = abs(f.y); else if (h < 0.6) trace = abs(f.x); else if (h < 0.8) trace = abs(length(f - 0.5) - 0.5); else trace = abs(length(f + 0.5) - 0.5);
  c = mix(c, paint(0xd9a441), smoothstep(w, w * 0.6, trace) * 0.9);
  float pad = abs(length(f) - 0.16); if (hash2(i + 7.0) > 0.72) { c = mix(c, paint(0xf0c66a), smoothstep(0.07, 0.05, pad)); c = mix(c, paint(0x03201a), smoothstep(0.11, 0.09, length(f))); }
  vec2 big = uv * 1.6 + vec2(u_time * 0.036, 0.1); vec2 bi = floor(big), bf = abs(fract(big) - 0.5);
  if (hash2(bi + 3.0) > 0.62) {
    float chip = max(bf.x - 0.30, bf.y - 0.24), legs = step(chip, 0.045) * step(0.5, fract((bf.x > bf.y * 1.25 ? fract(big).y : fract(big).x) * 16.0));
    if (chip < 0.045) c = mix(c, paint(0xd8dde0), legs * step(0.0, chip));
    if (chip < 0.0) { c = mix(paint(0x15181c), paint(0x2b3036), smoothstep(-0.02, 0.0, chip)); c += 0.05 * smoothstep(0.2, -0.1, uv.y - uv.x * 0.4); 
      vec2 t = fract(big) - vec2(0.28, 0.5); if (abs(t.y) < 0.05 && t.x > 0.0 && t.x < 0.4 && hash2(floor(t * vec2(46.0, 30.0)) + bi) > 0.5) c += 0.35; }
  }
  float pulse = smoothstep(0.02, 0.0, abs(fract(p.x * 0.08 - u_time * 0.35 + h * 0.0) - 0.5) * 0.5);
  return c + paint(0x7dffcf) * pulse * smoothstep(w * 1.6, 0.0, trace) * 0.8;
}
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  if (u_variant == 0) return tissue(uv);
  if (u_variant == 1) return fluorescent(uv);
  if (u_variant == 2) return leaf(uv);
  if (u_variant == 3) return silk(uv, paint(0x1a0f3d), paint(0x5a2fae), paint(0xe0569a), paint(0xffc9a8));
  if (u_variant == 4) return silk(uv, paint(0x06223f), paint(0x0f7a94), paint(0x6fd6c0), paint(0xf4f1d8));
  if (u_variant == 5) return silk(uv, paint(0x2a0a12), paint(0xb0301f), paint(0xf28a2e), paint(0xffe9a8));
  if (u_variant == 6) return chart(uv, false);
  if (u_variant == 7) return chart(uv, true);
  if (u_variant == 8) return board(uv);
  if (u_variant == 9) return poster(uv);
  if (u_variant == 10) return watercolour(uv);
  return circuit(uv);
}
