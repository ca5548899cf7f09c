// Ranges behind ranges, a lake or a meadow before them. Variants: 0 dawn lake, 1 alpine noon, 2 dusk haze, 3 autumn fog, 4 winter, 5 paper cut
vec3 skyTop, skyMid, skyLow, far, near, sunTint, snow;
vec3 sun;
float snowLine;
bool lake;

void choose() {
  snow = paint(0xf6f8ff); snowLine = 9.0; lake = true;
  if (u_variant == 0) { skyTop = paint(0x3d5a94); skyMid = paint(0xc99bb4); skyLow = paint(0xffd2a1); far = paint(0xb79ab5); near = paint(0x232a44); sunTint = paint(0xffd9a0); sun = toward(12.0, 7.0); }
  else if (u_variant == 1) { skyTop = paint(0x2f6fc0); skyMid = paint(0x6fa9e0); skyLow = paint(0xd8ecf8); far = paint(0x9dbddb); near = paint(0x28452f); sunTint = paint(0xfff4d8); sun = toward(-62.0, 42.0); snowLine = 0.15; }
  else if (u_variant == 2) { skyTop = paint(0x28305e); skyMid = paint(0xa4577a); skyLow = paint(0xff9d6b); far = paint(0xc66f76); near = paint(0x1c1430); sunTint = paint(0xffb070); sun = toward(-18.0, 4.0); lake = false; }
  else if (u_variant == 3) { skyTop = paint(0x8fa3ac); skyMid = paint(0xc3cbc8); skyLow = paint(0xf0e6d2); far = paint(0xc9cfc8); near = paint(0x6b3a1e); sunTint = paint(0xfff0cc); sun = toward(30.0, 20.0); lake = false; }
  else if (u_variant == 4) { skyTop = paint(0x5b86b5); skyMid = paint(0xa9c8e2); skyLow = paint(0xf7e3dd); far = paint(0xb5c9e0); near = paint(0x3d5470); sunTint = paint(0xffe8d6); sun = toward(40.0, 16.0); snowLine = 0.015; }
  else { skyTop = paint(0x0f6e6e); skyMid = paint(0x56b3a0); skyLow = paint(0xf6e7b5); far = paint(0x8ccbb0); near = paint(0x0b3440); sunTint = paint(0xfff1c4); sun = toward(8.0, 15.0); lake = false; }
}

vec3 skyAt(vec3 rd) {
  float e = elevation(rd);
  vec3 c = three(skyLow, skyMid, skyTop, pow(clamp(e / 1.1, 0.0, 1.0), 0.6));
  if (u_variant == 5) return mix(c, sunTint, smoothstep(0.9895, 0.99, dot(rd, sun)));
  float cover = cloudCover(rd, u_variant == 2 ? vec2(0.35).x : 0.5, 0.035, 5);
  vec3 lit = mix(skyLow, sunTint, 0.6) * 1.05;
  c = mix(c, lit, smoothstep(0.48, 0.78, cover) * (u_variant == 3 ? 0.3 : 0.75));
  return c + sunGlow(rd, sun, sunTint, 1.0);
}

float ridge(float az, float depth) {
  float size = mix(1.7, 3.4, depth);
  vec3 p = around(az, size) + vec3(depth * 27.0, u_seed * 3.1, depth * 11.0);
  float big = ridged(p * 1.15, 6);
  float n = mix(big, fbm(p * 2.1, 5), 0.25 + 0.35 * depth);
  float tall = mix(0.46, 0.13, pow(depth, 0.75));
  return tall * (n * 1.25 - 0.22) + 0.03 * (1.0 - depth) + mix(0.0, -0.10, depth);
}

vec3 above(vec3 rd) {
  float az = azimuth(rd), el = elevation(rd);
  vec3 c = skyAt(rd);
  float sunward = 0.5 + 0.5 * dot(normalize(rd.xz), normalize(sun.xz));
  for (int i = 0; i < 6; i++) {
    float depth = float(i) / 5.0;
    float drift = az + u_time * 0.002 * depth * depth;
    float h = ridge(drift, depth);
    if (el > h) continue;
    vec3 body = mix(far, near, pow(depth, 1.15));
    if (u_variant == 3 && i > 2) body = mix(body, mix(paint(0xb4632a), paint(0x7d5a24), hash2(vec2(az * 90.0, el * 160.0))), 0.35 * depth);
    if (u_variant == 5) { c = body * (1.0 - 0.25 * smoothstep(0.02, 0.0, h - el)) ; c = mix(body, c, 0.0) * (0.92 + 0.16 * smoothstep(0.0, 0.16, h - el)); continue; }
    // light and shade of the slopes
    vec3 q = around(drift, mix(14.0, 26.0, depth));
    float relief = ridged(vec3(q.x, el * mix(26.0, 44.0, depth), q.z) * 0.75 + vec3(el * 16.0, 0.0, el * -11.0) + depth * 9.0, 6) - 0.5;
    float bend = (fbm(vec3(q.x * 0.4, el * 14.0, q.z * 0.4) + 3.0, 3) - 0.5) * 0.5 * clamp((h - el) * 9.0, 0.0, 1.0);
    float slope = (ridge(drift + bend + 0.012, depth) - ridge(drift + bend - 0.012, depth)) * 9.0 * exp(-(h - el) * 6.0);
    float side = sign(sin(atan(sun.x, sun.z) - az));
    float lit = 0.5 - side * slope * 0.9 + relief * 0.9;
    float drop = h - el;
    if (snowLine < 1.0) {
      float line = snowLine + 0.05 * relief + 0.02 * (1.0 - depth);
      float white = smoothstep(line - 0.015, line + 0.02, el) * smoothstep(0.28, 0.5, lit + 0.25) * (1.0 - 0.75 * depth * step(0.1, snowLine));
      body = mix(body, snow * mix(0.62, 1.0, clamp(lit, 0.0, 1.0)), white * mix(0.65, 0.95, 1.0 - depth * 0.5));
    }
    body *= 0.72 + 0.55 * clamp(lit, 0.0, 1.0);
    body += sunTint * 0.12 * (1.0 - depth) * pow(sunward, 4.0);
    // mist gathers in the valleys
    vec3 mist = mix(far, skyLow, 0.55 + 0.3 * sunward);
    float amount = smoothstep(0.02, 0.2 - 0.08 * depth, drop) * (u_variant == 3 ? 0.9 : 0.72) * (1.0 - 0.72 * depth);
    c = mix(body, mist, amount);
  }
  return c;
}

vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  choose();
  float el = elevation(rd), az = azimuth(rd);
  float shore = -0.035;
  vec3 c;
  if (el > shore || u_variant == 5) {
    c = above(rd);
  } else if (lake) {
    float depth = -el - 0.035;
    vec2 p = rd.xz / -rd.y;
    float ripple = fbm(vec2(p.x * 1.4, p.y * 9.0) + vec2(u_time * 0.25, u_time * 0.5), 4) - 0.5;
    vec3 back = rd;
    back.y = -rd.y - 0.03 + ripple * 0.10 * smoothstep(0.0, 0.35, depth);
    back = normalize(back);
    back.y = max(back.y, 0.002);
    c = above(normalize(back));
    vec3 deep = mix(near, skyTop, 0.3) * 0.55;
    c = mix(c * 0.86, deep, 0.18 + 0.62 * smoothstep(0.1, 1.2, depth));
    c += sunTint * smoothstep(0.22, 0.4, ripple) * 0.10 * smoothstep(0.5, 0.02, depth);
    c = mix(skyLow, c, smoothstep(0.0, 0.012, depth) * 0.6 + 0.4);
  } else {
    vec2 p = rd.xz / -rd.y * 3.0;
    float tuft = fbm(p * 2.2, 5), fine = noise(p * 22.0) * noise(p * 9.0);
    vec3 grass = u_variant == 4 ? paint(0xe6edf7) : mix(near, far, 0.12);
    c = grass * (0.55 + 0.7 * tuft) * (0.8 + 0.7 * fine);
    c = mix(c, mix(near, skyLow, 0.25), smoothstep(0.5, 0.02, -el) * 0.55);
  }
  // firs in front
  if (u_variant != 5) {
    float base = -0.045 - 0.055 * fbm(around(az, 2.3) + 40.0, 3);
    float tall = u_variant == 1 ? 0.10 : 0.085;
    float up = el - base;
    float here = fbm(around(az, 1.6) + 9.0, 3);
    if (up > 0.0 && here > 0.45 && firs(az, 150.0, tall * smoothstep(0.45, 0.62, here), up) > 0.0) {
      c = mix(near * 0.32, far, 0.06 + 0.10 * smoothstep(tall, 0.0, up));
      if (u_variant == 4) c = mix(c, snow * 0.75, 0.35 * hash2(vec2(az * 600.0, el * 500.0)));
    } else if (up <= 0.0 && here > 0.45 && up > -0.012) {
      c = mix(near * 0.35, c, smoothstep(0.0, -0.012, up));
    }
  }
  return c;
}
