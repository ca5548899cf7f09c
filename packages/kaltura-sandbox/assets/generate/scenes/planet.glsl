// Worlds. Variants: 0 blue planet, 1 gas giant with rings, 2 red desert world with moons, 3 ice moon before a nebula
vec3 nebula(vec3 rd, vec3 a, vec3 b) {
  float n = fbm(rd * 2.2 + 5.0, 6), m = fbm(rd * 4.5 + n * 2.0 + 20.0, 6);
  return a * smoothstep(0.4, 0.85, n) * 0.8 + b * smoothstep(0.45, 0.8, m) * smoothstep(0.3, 0.7, n) * 0.8;
}
float hitBall(vec3 ro, vec3 rd, vec3 at, float r) {
  vec3 o = ro - at; float b = dot(o, rd), q = b * b - dot(o, o) + r * r;
  return q < 0.0 ? -1.0 : -b - sqrt(q);
}
vec3 ground(vec3 n, out float gloss) {
  gloss = 0.0;
  if (u_variant == 0) {
    float land = fbm(n * 2.0 + 3.0, 7), dry = fbm(n * 3.1 + 9.0, 5);
    float coast = smoothstep(0.515, 0.53, land);
    vec3 sea = mix(paint(0x0a2f6b), paint(0x1f7fae), smoothstep(0.42, 0.52, land));
    vec3 soil = mix(paint(0x3d7a3a), paint(0xc2a468), smoothstep(0.45, 0.62, dry));
    soil = mix(soil, paint(0x6f5a48), smoothstep(0.62, 0.74, land));
    float ice = smoothstep(0.80, 0.88, abs(n.y) + 0.08 * dry);
    gloss = 1.0 - coast;
    return mix(mix(sea, soil, coast), paint(0xf4f8ff), ice);
  }
  if (u_variant == 1) {
    float swirl = fbm(n * vec3(2.5, 7.0, 2.5) + vec3(u_time * 0.03, 0, 0), 5);
    float b = n.y * 5.5 + (swirl - 0.5) * 0.9;
    float band = noise(vec2(b * 1.7, 3.0)) * 0.6 + noise(vec2(b * 4.7, 8.0)) * 0.4;
    vec3 c = three(paint(0x8f5a3c), paint(0xe2b98a), paint(0xfbeed6), band);
    vec2 spot = vec2(atan(n.x, -n.z) - 0.35, n.y + 0.32) * vec2(1.0, 2.1);
    float s = length(spot);
    return mix(paint(0xc2593a), c, smoothstep(0.13, 0.26, s + 0.05 * swirl));
  }
  if (u_variant == 2) {
    float r = ridged(n * 2.6, 7), f = fbm(n * 5.0, 6);
    vec3 c = three(paint(0x5a2318), paint(0xb4552e), paint(0xe9b384), f * 0.6 + r * 0.4);
    return mix(c, paint(0xf3e6dc), smoothstep(0.9, 0.95, abs(n.y) + 0.05 * f));
  }
  vec3 q = n * 4.0; float cr = abs(noise(q + fbm(q * 1.3, 4) * 2.0) * 2.0 - 1.0);
  float cr2 = abs(noise(q * 2.4 + 9.0 + fbm(q * 2.0, 4)) * 2.0 - 1.0);
  vec3 c = mix(paint(0xcfe3f2), paint(0x9ab8d4), fbm(n * 3.0, 6));
  c = mix(paint(0x7a4f46), c, smoothstep(0.0, 0.07, cr));
  return mix(paint(0x4f7396), c, smoothstep(0.0, 0.05, cr2) * 0.6 + 0.4);
}
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  vec3 c = starField(rd, 0.07);
  vec3 sun = normalize(vec3(-0.75, 0.35, -0.55)), at = vec3(0.55, -0.15, 5.0);
  float radius = 1.45;
  vec3 air = paint(0x6fb4ff);
  if (u_variant == 0) { c += nebula(rd, paint(0x101a44), paint(0x1d2a66)) * 0.6; }
  if (u_variant == 1) { c += nebula(rd, paint(0x2a1a3c), paint(0x53304c)) * 0.7; air = paint(0xffd9a8); sun = normalize(vec3(0.6, 0.45, -0.7)); at = vec3(-0.2, 0.05, 5.4); radius = 1.3; }
  if (u_variant == 2) { c += nebula(rd, paint(0x1c1630), paint(0x402030)) * 0.6; air = paint(0xffa070); at = vec3(-0.8, -0.25, 4.6); sun = normalize(vec3(0.8, 0.3, -0.5)); }
  if (u_variant == 3) { c += nebula(rd, paint(0x5a2a8a), paint(0xd0508a)); c += nebula(rd.zxy, paint(0x123a6a), paint(0x2f8fb0)) * 0.7; air = paint(0xbfe0ff); at = vec3(-0.7, -0.1, 5.0); radius = 1.25; sun = normalize(vec3(0.7, 0.55, -0.35)); }

  vec3 e = vec3(0);
  float t = hitBall(e, rd, at, radius);
  // glow of the air around the limb
  float b = dot(at, rd); float miss = length(at - rd * b);
  vec3 rim = normalize(rd * b - at);
  if (t < 0.0 && b > 0.0) c += air * exp(-(miss - radius) * (u_variant == 3 ? 26.0 : 11.0)) * 0.55 * smoothstep(-0.35, 0.6, dot(rim, sun));
  vec3 axis = normalize(vec3(0.18, 1.0, -0.28));
  float ringT = -1.0;
  if (u_variant == 1) { float k = dot(axis, rd); ringT = dot(at, axis) / k; }
  if (t > 0.0) {
    vec3 n = normalize(rd * t - at);
    vec3 m = n; m.yz = rot(0.35) * m.yz; m.xz = rot(u_time * 0.06 + u_seed) * m.xz;
    float gloss; vec3 skin = ground(m, gloss);
    if (u_variant != 1) {
      float g, e2 = 0.012; vec3 s = skin;
      float h0 = ridged(m * 3.0, 5), h1 = ridged(m * 3.0 + sun * 0.05, 5);
      skin *= 1.0 + (h0 - h1) * (u_variant == 0 ? 1.2 * (1.0 - gloss) : 2.0);
    }
    float day = dot(n, sun);
    float light = smoothstep(-0.12, 0.55, day) * 1.25;
    vec3 lit = skin * light;
    if (u_variant == 0) {
      vec3 cm = m; cm.xz = rot(u_time * 0.02) * cm.xz;
      float cloud = smoothstep(0.5, 0.72, fbm(cm * 3.2 + 1.5 * fbm(cm * 2.0 + 8.0, 4), 6));
      lit = mix(lit, vec3(1.0) * light, cloud * 0.92);
      lit += gloss * (1.0 - cloud) * pow(max(dot(reflect(rd, n), sun), 0.0), 24.0) * 0.7;
      lit += paint(0xffc070) * smoothstep(0.1, -0.2, day) * (1.0 - gloss) * step(0.80, noise(m * 60.0)) * 0.7 * smoothstep(0.55, 0.62, fbm(m * 6.0, 4));
    }
    if (u_variant == 1) { // shadow of the rings
      float s = dot(at - (at + n * radius), axis) / dot(sun, axis);
      float rr = length(n * radius + sun * s);
      if (s > 0.0 && rr > 1.7 && rr < 2.75) lit *= 0.45 + 0.3 * noise(vec2(rr * 18.0, 1.0));
    }
    float edge = pow(1.0 - max(dot(n, -rd), 0.0), 3.0);
    c = lit + air * edge * 0.7 * smoothstep(-0.2, 0.5, day);
  }
  if (ringT > 0.0 && (t < 0.0 || ringT < t)) {
    vec3 p = rd * ringT - at; float r = length(p);
    if (r > 1.7 && r < 2.8) {
      float density = 0.35 + 0.65 * noise(vec2(r * 16.0, 1.0)); density *= 0.6 + 0.4 * noise(vec2(r * 60.0, 4.0));
      density *= smoothstep(1.7, 1.76, r) * smoothstep(2.8, 2.7, r) * (1.0 - smoothstep(0.02, 0.0, abs(r - 2.32)) * 0.9);
      float sh = hitBall(p + at, sun, at, radius) ;
      vec3 tone = mix(paint(0xb8946a), paint(0xf6e7cf), noise(vec2(r * 9.0, 9.0)));
      c = mix(c, tone * (sh > 0.0 ? 0.08 : 0.95), density * 0.85);
    }
  }
  if (u_variant == 2 || u_variant == 1) {
    vec3 where = u_variant == 2 ? vec3(1.9, 1.05, 5.6) : vec3(2.0, 1.0, 6.5);
    float s = hitBall(e, rd, where, 0.26);
    if (s > 0.0) { vec3 n = normalize(rd * s - where); c = mix(paint(0x8a8580), paint(0xd8d2c8), fbm(n * 4.0, 5)) * smoothstep(-0.1, 0.5, dot(n, sun)) * 1.1; }
  }
  return c;
}
