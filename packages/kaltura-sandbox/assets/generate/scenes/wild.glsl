// Places to stand in. Variants: 0 forest in morning light, 1 forest in autumn, 2 birch wood in winter, 3 dunes at evening, 4 dunes at noon,
// 5 above the clouds, 6 above the clouds at sunrise, 7 reef under water, 8 kelp under water
vec3 sun, light, fogTint;
float terrain(vec2 p) {
  if (u_variant < 3) return 0.35 * (fbm(p * 0.25, 3) - 0.5) + 0.05 * noise(p * 3.0);
  float d = 1.0 - abs(noise(p * vec2(0.055, 0.11) + 3.0 + 0.5 * fbm(p * 0.05, 2)) * 2.0 - 1.0);
  float e = 1.0 - abs(noise(p * vec2(0.13, 0.05) + 9.0) * 2.0 - 1.0);
  return 4.6 * d * d * d + 1.2 * e - 3.6;
}
vec3 canopySky(vec3 rd) {
  vec3 c = mix(fogTint, light, 0.25 + 0.4 * pow(max(dot(rd, sun), 0.0), 3.0));
  float leaf = fbm(rd.xz / (abs(rd.y) + 0.25) * 4.5, 6);
  if (rd.y > 0.0) {
    vec3 green = u_variant == 0 ? mix(paint(0x2f5a28), paint(0xb7d86a), leaf) : u_variant == 1 ? mix(paint(0x7a2f12), paint(0xffb43c), leaf) : mix(paint(0x8a97a6), paint(0xe9f0f7), leaf);
    float cover = smoothstep(0.52, 0.44, leaf) * smoothstep(0.12, 0.5, rd.y) * (u_variant == 2 ? 0.45 : 1.0);
    c = mix(c, green * (0.5 + 0.8 * pow(max(dot(rd, sun), 0.0), 2.0)), cover * 0.85);
  }
  return c + light * pow(max(dot(rd, sun), 0.0), 60.0) * 0.7;
}
vec3 forest(vec3 ro, vec3 rd) {
  vec3 c = canopySky(rd); float best = 60.0; int what = 0; vec3 n = vec3(0, 1, 0); float trunkId = 0.0;
  // walk the grid of trees that the ray passes
  vec2 d = normalize(rd.xz), inv = 1.0 / (abs(d) + 1e-4), cell = floor(ro.xz / 2.2); vec2 step2 = sign(d);
  vec2 next = (cell + max(step2, 0.0)) * 2.2; vec2 t = (next - ro.xz) / d; float flatLen = length(rd.xz);
  for (int i = 0; i < 40; i++) {
    float h = hash2(cell);
    vec2 at = (cell + 0.5 + 0.6 * (hash22(cell + 5.0) - 0.5)) * 2.2;
    if (h > 0.34 && length(at - vec2(0.0, 0.6)) > 1.3) {
      vec2 o = ro.xz - at; float r = mix(0.07, 0.24, pow(hash2(cell + 31.0), 1.6)) * (u_variant == 2 ? 0.6 : 1.0);
      float b = dot(o, d), q = b * b - dot(o, o) + r * r;
      if (q > 0.0) { float s = (-b - sqrt(q)) / flatLen; float y = ro.y + rd.y * s; float lean = 1.0 + 0.6 * smoothstep(0.5, 0.0, y);
        if (s > 0.0 && s < best && y > -0.4) { best = s; what = 1; vec2 k = (ro.xz + rd.xz * s - at) / r; n = vec3(k.x, 0.0, k.y); trunkId = h; break; } }
    }
    if (t.x < t.y) { cell.x += step2.x; t.x += 2.2 * inv.x; } else { cell.y += step2.y; t.y += 2.2 * inv.y; }
  }
  if (rd.y < 0.0) { float s = ro.y / -rd.y; for (int i = 0; i < 6; i++) { vec3 p = ro + rd * s; s += (p.y - terrain(p.xz)) / (-rd.y + 0.25) * 0.7; }
    if (s < best) { best = s; what = 2; } }
  vec3 p = ro + rd * best;
  if (what == 1) {
    float az = atan(n.x, n.z); vec3 bark;
    if (u_variant == 2) { bark = mix(paint(0xe9e6df), paint(0xc9c6c0), noise(vec2(az * 3.0, p.y * 3.0))); float mark = smoothstep(0.66, 0.74, noise(vec2(az * 2.0 + trunkId * 90.0, p.y * 7.0))); bark = mix(bark, paint(0x2c2a2a), mark * 0.85); }
    else { bark = mix(paint(0x3a2a20), paint(0x7a5c44), fbm(vec2(az * 5.0 + trunkId * 50.0, p.y * 1.3), 5)); bark = mix(bark, paint(0x4f6a2c), smoothstep(0.55, 0.75, fbm(p * 2.0 + trunkId * 9.0, 4)) * smoothstep(1.6, 0.0, p.y) * (u_variant == 0 ? 0.9 : 0.4)); }
    float lit = max(dot(n, normalize(vec3(sun.x, 0.0, sun.z))), 0.0);
    c = bark * (0.30 + 0.25 * fogTint + light * lit * (0.35 + 0.65 * smoothstep(0.4, 0.6, noise(vec2(trunkId * 50.0, p.y * 0.8)))));
  } else if (what == 2) {
    float f = fbm(p.xz * 2.2, 5), g = noise(p.xz * 26.0);
    vec3 soil = u_variant == 0 ? mix(paint(0x33411c), paint(0x7d8f3a), f) : u_variant == 1 ? mix(paint(0x6b3216), paint(0xd98324), f) : mix(paint(0xcfd9e6), paint(0xf7fafd), f);
    if (u_variant == 1) soil = mix(soil, three(paint(0xb5351c), paint(0xe9a52f), paint(0x6f7a2a), g), 0.45 * step(0.35, noise(p.xz * 14.0)));
    float fern = smoothstep(0.62, 0.8, fbm(p.xz * 0.8 + 9.0, 3)); if (u_variant == 0) soil = mix(soil, paint(0x5f9a35) * (0.6 + 0.7 * g), fern);
    vec2 shadowDir = p.xz - sun.xz / sun.y * 0.0; float dapple = smoothstep(0.46, 0.62, fbm(shadowDir * 0.9 + 30.0 + u_time * 0.02, 4));
    float stripes = smoothstep(0.35, 0.65, noise(vec2(dot(p.xz, normalize(vec2(sun.z, -sun.x))) * 1.6, 4.0)));
    c = soil * (0.32 + 0.25 * fogTint + light * mix(dapple, stripes, 0.5) * 0.95) * (0.8 + 0.4 * g);
    float path = abs(p.x - 0.5 * sin(p.z * 0.4)); c = mix(c, (u_variant == 2 ? paint(0xb8c3d1) : paint(0x8a6f4e)) * (0.45 + 0.6 * light * dapple), smoothstep(0.75, 0.45, path + 0.25 * noise(p.xz * 4.0)) * 0.75);
  }
  float fog = 1.0 - exp(-best * best * (what == 0 ? 0.0 : 0.0030)); c = mix(c, canopySky(vec3(rd.x, max(rd.y, 0.02), rd.z)), clamp(fog, 0.0, 1.0));
  float shaft = 0.0; vec3 side = normalize(cross(sun, vec3(0.3, 1, 0.1)));
  for (int i = 0; i < 10; i++) { vec3 q = ro + rd * min(best, 22.0) * (float(i) + hash2(gl_FragCoord.xy + float(i))) / 10.0; vec3 k = q - sun * (q.y / sun.y); shaft += smoothstep(0.55, 0.75, noise(k.xz * 0.7 + 3.0 + u_time * 0.05)); }
  return c + light * shaft * 0.035 * (u_variant == 2 ? 0.5 : 1.0) * (0.3 + pow(max(dot(rd, sun), 0.0), 2.0));
}
vec3 duneSky(vec3 rd) {
  vec3 c = u_variant == 3 ? three(paint(0xffc98a), paint(0xd9808a), paint(0x4a5a9a), pow(clamp(rd.y, 0.0, 1.0), 0.5)) : three(paint(0xf1e3c4), paint(0x8fc3e8), paint(0x2f78c8), pow(clamp(rd.y, 0.0, 1.0), 0.5));
  c = mix(c, mix(c, vec3(1), 0.5), smoothstep(0.55, 0.85, cloudCover(rd, 0.35, 0.03, 5)));
  return c + sunGlow(rd, sun, light, 1.2);
}
vec3 dunes(vec3 ro, vec3 rd) {
  ro.y = max(terrain(ro.xz), -0.6) + 3.4; float t = 0.1, hit = -1.0;
  for (int i = 0; i < 150; i++) { vec3 p = ro + rd * t; float h = p.y - terrain(p.xz); if (h < 0.002 * t) { hit = t; break; } t += max(h * 0.45, 0.01 * t); if (t > 260.0) break; }
  vec3 c = duneSky(rd); if (hit < 0.0) return c;
  vec3 p = ro + rd * hit; float e = 0.03 + 0.004 * hit;
  vec3 n = normalize(vec3(terrain(p.xz - vec2(e, 0)) - terrain(p.xz + vec2(e, 0)), 2.0 * e, terrain(p.xz - vec2(0, e)) - terrain(p.xz + vec2(0, e))));
  float ripple = sin(p.x * 9.0 + 5.0 * fbm(p.xz * 0.6, 4) + p.z * 2.0); n = normalize(n + vec3(0.10, 0, 0.03) * ripple * exp(-hit * 0.05));
  float s = 1.0, k = 0.3; for (int i = 0; i < 28; i++) { vec3 q = p + sun * k; float h = q.y - terrain(q.xz); s = min(s, 6.0 * h / k); k += max(h, 0.25); if (s < 0.0 || k > 40.0) break; }
  float lit = max(dot(n, sun), 0.0) * clamp(s, 0.0, 1.0);
  vec3 sand = u_variant == 3 ? mix(paint(0xd98e5a), paint(0xf0b678), noise(p.xz * 0.3)) : mix(paint(0xe3b77c), paint(0xf5d7a4), noise(p.xz * 0.3)); sand *= 0.94 + 0.1 * noise(p.xz * 30.0);
  vec3 shadow = u_variant == 3 ? paint(0x5a4a80) : paint(0x9fb0d0);
  vec3 d = sand * (light * lit * 1.5 + shadow * (0.35 + 0.3 * n.y));
  return mix(d, duneSky(normalize(vec3(rd.x, 0.03, rd.z))), 1.0 - exp(-hit * 0.010));
}
float puff(vec3 p, float h, int octaves) {
  float tower = fbm(p.xz * 0.16 + 5.0, 2);
  return fbm(p * vec3(0.55, 0.7, 0.55), octaves) * 2.3 - 0.75 - h * mix(1.5, 0.55, smoothstep(0.35, 0.7, tower)) - 0.25;
}
vec3 clouds(vec3 ro, vec3 rd) {
  vec3 top = u_variant == 5 ? paint(0x1f5fb8) : paint(0x35508f), mid = u_variant == 5 ? paint(0x7fb8ea) : paint(0xe09a9a), low = u_variant == 5 ? paint(0xdcecf7) : paint(0xffd7a0);
  vec3 c = three(low, mid, top, pow(clamp(rd.y * 1.2, 0.0, 1.0), 0.5)) + sunGlow(rd, sun, light, 1.3);
  c = mix(c, vec3(1.0), 0.3 * smoothstep(0.6, 0.9, cloudCover(rd, 0.25, 0.02, 5)));
  if (rd.y > 0.22) return c;
  float t = rd.y < -0.02 ? 0.4 / -rd.y : 6.0, sum = 0.0; vec3 tint = vec3(0); t += 0.15 * hash2(gl_FragCoord.xy);
  for (int i = 0; i < 44; i++) {
    vec3 p = rd * t + vec3(0.25, 0.0, 0.5) * u_time * 0.6; float ground = -1.3;
    float h = (p.y - ground); if (h < 1.6) {
      float d = puff(p, h, 5); if (h < -0.9) d = 1.0;
      if (d > 0.0) { float d2 = puff(p + sun * 0.45, h + sun.y * 0.45, 4); float lit = clamp(0.30 + (d - d2) * 0.95, 0.0, 1.2);
        vec3 k = mix(u_variant == 5 ? paint(0x8fa9c9) : paint(0x7a5f8f), u_variant == 5 ? vec3(1.0) : paint(0xffd9b0), lit); k = mix(k, low, 1.0 - exp(-t * 0.05));
        float a = clamp(d * 1.5, 0.0, 1.0) * (1.0 - sum); tint += k * a; sum += a; if (sum > 0.98) break; } }
    t *= 1.055; t += 0.06;
  }
  return mix(c, tint / max(sum, 0.01), sum * smoothstep(0.22, 0.05, rd.y));
}
vec3 water(vec3 ro, vec3 rd) {
  vec3 up = u_variant == 7 ? paint(0xc9f5f2) : paint(0xd6f0b8), mid = u_variant == 7 ? paint(0x1f9ac0) : paint(0x2f8f7a), deep = u_variant == 7 ? paint(0x0a3a78) : paint(0x06343c);
  vec3 c = three(deep, mid, up, clamp(0.5 + 0.55 * rd.y, 0.0, 1.0));
  float ang = azimuth(rd - sun * 0.0);
  vec2 s = rd.xz / (abs(rd.y) + 0.35); float rays = fbm(vec3(normalize(rd.xz + 0.001) * 2.6, u_time * 0.12), 4); 
  c += up * smoothstep(0.5, 0.85, rays) * smoothstep(-0.35, 0.9, rd.y) * 0.28;
  if (rd.y > 0.25) { vec2 q = rd.xz / rd.y * 2.2; float caustic = 1.0 - abs(noise(q + 1.5 * fbm(q + u_time * 0.25, 3)) * 2.0 - 1.0); c += up * pow(caustic, 6.0) * smoothstep(0.25, 0.8, rd.y) * 0.55; }
  float az = azimuth(rd), el = elevation(rd);
  for (int i = 0; i < 5; i++) { // reefs or kelp, from far to near
    float d = float(i) / 4.0; vec3 tone = mix(mid, deep, 0.55 + 0.35 * d) * (1.0 - 0.35 * d);
    if (u_variant == 7) {
      float h = -0.42 + 0.14 * d * -1.0 + 0.34 * (1.0 - 0.3 * d) * fbm(around(az, 3.5 + 2.0 * d) + d * 30.0, 5) + 0.09 * fbm(around(az, 18.0) + d * 9.0, 3);
      if (el < h) { vec3 q = around(az, 24.0) + vec3(0, el * 24.0, d * 40.0); vec3 coral = three(paint(0xe2607a), paint(0xf2a65a), paint(0x8a6fd0), noise(q * 0.22 + 7.0)); float knob = cells(vec2(az * 26.0 + d * 9.0, el * 30.0), 0.0).x; c = mix(mix(coral, tone, 0.78 - 0.6 * d) * (0.45 + 0.9 * (1.0 - knob)) * (0.6 + 0.9 * smoothstep(-0.9, 0.0, el)), mid, (1.0 - d) * 0.5 + 0.12 * smoothstep(0.0, 0.25, h - el) * 0.0); }
    } else {
      float n = floor(26.0 + 20.0 * d); float sway = 0.05 * sin(u_time * 0.8 + el * 4.0 + d * 7.0) * (0.3 + el + 0.6); float x = (az + sway) / TAU * n, id = mod(floor(x), n), h = hash2(vec2(id, 3.0 + float(i)));
      float blade = abs(fract(x) - 0.5 - 0.2 * (h - 0.5)) - (0.028 + 0.10 * abs(sin(el * 24.0 + h * 20.0)) * step(0.0, fract(x) - 0.5 - 0.2 * (h - 0.5)) ) * (0.7 + 0.6 * d);
      if (h > 0.45 && blade < 0.0 && el < 0.9 * h + 0.15) c = mix(tone * 0.7, mix(paint(0xa8b83c), paint(0x4f6a1f), h), 0.22 + 0.33 * d) * (0.55 + 0.7 * smoothstep(-0.6, 0.9, el));
      float floorH = -0.5 - 0.06 * d + 0.12 * fbm(around(az, 4.0) + d * 11.0, 4); if (el < floorH) c = mix(tone, deep, 0.5) * (0.8 + 0.4 * fbm(vec2(az * 14.0, el * 20.0), 4));
    }
    if (i == 2 || i == 3) for (int k = 0; k < 9; k++) { float f = float(k) + float(i) * 20.0; float fa = radians(-70.0 + 140.0 * hash1(f)) + 0.05 * u_time * (0.4 + hash1(f + 2.0)); float fe = -0.15 + 0.45 * hash1(f + 5.0) + 0.01 * sin(u_time * 1.4 + f);
      float wrap = mod(az - fa + PI, TAU) - PI; vec2 q = vec2(wrap, el - fe) * (17.0 + 8.0 * hash1(f + 8.0)); float wag = 0.10 * sin(u_time * 7.0 + f) * (0.4 - q.x); q.y += wag * 0.3;
      float body = length(q * vec2(1.0, 2.3)) - 0.42; float tail = max(abs(q.y) - 0.34 * (-q.x - 0.30), max(q.x + 0.30, -q.x - 0.72));
      if (body < 0.0 || (tail < 0.0 && q.x < -0.3)) { vec3 scale = three(paint(0xffb52e), paint(0xf2684a), paint(0xe8f0f7), hash1(f + 1.0)); if (fract(q.x * 3.2 + 0.1) < 0.26 && hash1(f + 3.0) > 0.4) scale = paint(0xfff6e6); c = mix(scale * (0.6 + 0.6 * smoothstep(-0.2, 0.2, q.y)), mid, 0.35 - 0.12 * float(i - 2)); if (length(q - vec2(0.27, 0.05)) < 0.04) c = paint(0x0a1020); } }
  }
  float speck = smoothstep(0.985, 1.0, noise(rd * 90.0 + vec3(0, -u_time * 0.5, 0))); return c + up * speck * 0.25;
}
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  if (u_variant == 0) { sun = toward(14.0, 24.0); light = paint(0xffe9b0) * 1.25; fogTint = paint(0xc9dba8); return forest(ro, rd); }
  if (u_variant == 1) { sun = toward(-20.0, 20.0); light = paint(0xffd08a) * 1.25; fogTint = paint(0xf0cf9a); return forest(ro, rd); }
  if (u_variant == 2) { sun = toward(25.0, 18.0); light = paint(0xffe6d0); fogTint = paint(0xd5e0ec); return forest(ro, rd); }
  if (u_variant == 3) { sun = toward(-58.0, 13.0); light = paint(0xffb070); return dunes(ro, rd); }
  if (u_variant == 4) { sun = toward(70.0, 38.0); light = paint(0xfff2d6); return dunes(ro, rd); }
  if (u_variant == 5) { sun = toward(40.0, 32.0); light = paint(0xfff8e6); return clouds(ro, rd); }
  if (u_variant == 6) { sun = toward(-8.0, 6.0); light = paint(0xffd29a); return clouds(ro, rd); }
  sun = toward(0.0, 80.0); light = vec3(1); return water(ro, rd);
}
