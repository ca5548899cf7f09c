// Buildings round a square. Variants: 0 campus at noon, 1 campus at evening, 2 old cloister, 3 white stairs and arches
vec3 sun, light, skyA, skyB;
float box(vec3 p, vec3 b) { vec3 q = abs(p) - b; return length(max(q, 0.0)) + min(max(q.x, max(q.y, q.z)), 0.0); }
vec2 pick(vec2 a, float d, float m) { return d < a.x ? vec2(d, m) : a; }
float arches(vec3 p, float span, float h, float w) { p.x = mod(p.x + span * 0.5, span) - span * 0.5; float open = min(max(abs(p.x) - w, p.y - h), length(vec2(p.x, p.y - h)) - w); return max(open, abs(p.z) - 3.0); }
vec2 house(vec3 p, vec3 b, float m) {
  float d = box(p - vec3(0, b.y, 0), b); if (d > 0.6) return vec2(d, m);
  vec2 span = vec2(1.5, 1.75); vec3 q = p; bool front = abs(p.z) > b.z - 0.3 && abs(p.x) < b.x - 0.1; float along = front ? p.x : p.z, lim = (front ? b.x : b.z) - 0.7;
  float u = along - span.x * clamp(round(along / span.x), -floor(lim / span.x), floor(lim / span.x)), v = p.y - 1.2 - span.y * clamp(round((p.y - 1.2) / span.y), 0.0, floor((b.y * 2.0 - 2.0) / span.y));
  float deep = front ? b.z - abs(p.z) : b.x - abs(p.x); float hole = max(max(abs(u) - 0.42, abs(v) - 0.58), deep - 0.14); float glass = max(max(abs(u) - 0.42, abs(v) - 0.58), deep - 0.2);
  vec2 r = vec2(max(d, -hole), m); r = pick(r, max(max(d + 0.13, glass), 0.0 - 9.0), 5.0); r = pick(r, box(p - vec3(0, b.y * 2.0 + 0.08, 0), vec3(b.x + 0.12, 0.08, b.z + 0.12)), 6.0); return r;
}
vec2 map(vec3 p) {
  vec2 r = vec2(p.y, 1.0);
  if (u_variant < 2) {
    r = pick(r, box(p - vec3(0, 0.02, 0), vec3(1.6, 0.02, 40.0)), 2.0); r = pick(r, box(p - vec3(0, 0.02, 9.0), vec3(40.0, 0.02, 1.4)), 2.0);
    vec2 k = house(p - vec3(-9.5, 0, 15.0), vec3(5.0, 4.2, 3.6), 3.0); if (k.x < r.x) r = k; k = house(p - vec3(9.8, 0, 16.5), vec3(5.2, 3.2, 4.0), 4.0); if (k.x < r.x) r = k;
    k = house(p - vec3(0.5, 0, 25.0), vec3(4.4, 6.2, 2.6), 7.0); if (k.x < r.x) r = k; k = house(p - vec3(-13.0, 0, 1.0), vec3(3.6, 3.0, 6.0), 7.0); if (k.x < r.x) r = k; k = house(p - vec3(14.0, 0, -1.0), vec3(3.6, 4.0, 6.5), 3.0); if (k.x < r.x) r = k; k = house(p - vec3(0.0, 0, -16.0), vec3(8.0, 3.4, 3.0), 4.0); if (k.x < r.x) r = k;
    vec3 q = p; q.x = abs(q.x) - 3.6; float id = clamp(round((q.z - 2.0) / 4.6), -3.0, 3.0); q.z -= 2.0 + id * 4.6; float s = hash2(vec2(id + 9.0, step(0.0, p.x))); r = pick(r, max(length(q.xz) - 0.12, q.y - 2.0), 8.0); vec3 c = q - vec3(0, 2.7 + 0.4 * s, 0); r = pick(r, (length(c * vec3(1, 0.85, 1)) - 1.05 - 0.25 * s + 0.22 * (noise(p * 3.0) - 0.5) + 0.10 * (noise(p * 9.0) - 0.5)) * 0.75, 9.0);
    vec3 be = p; be.x = abs(be.x) - 2.1; be.z -= 4.6 * clamp(round((be.z + 0.3) / 4.6), -3.0, 3.0) - 0.3; r = pick(r, box(be - vec3(0, 0.42, 0), vec3(0.2, 0.03, 0.7)), 10.0); r = pick(r, box(be - vec3(0, 0.2, 0), vec3(0.15, 0.2, 0.06)), 6.0);
    vec3 f = p - vec3(0, 0, 9.0); r = pick(r, max(abs(length(f.xz) - 1.9) - 0.14, f.y - 0.45), 6.0); r = pick(r, max(length(f.xz) - 1.9, f.y - 0.30), 11.0); r = pick(r, max(length(f.xz) - 0.16, f.y - 1.0), 6.0); r = pick(r, max(length(f.xz) - 0.7 + 0.4 * (1.0 - f.y), abs(f.y - 0.95) - 0.10), 6.0);
  } else if (u_variant == 2) {
    vec3 q = p; q.xz = abs(q.xz); if (q.x > q.z) q.xz = q.zx; q.xz -= vec2(0, 6.5); // four equal wings
    float wall = box(q - vec3(0, 2.2, 0.0), vec3(8.0, 2.2, 0.32)); wall = max(wall, -arches(q, 2.0, 1.75, 0.72)); r = pick(r, wall, 3.0);
    r = pick(r, box(q - vec3(0, 4.45, 0.0), vec3(8.0, 0.10, 0.45)), 6.0); vec3 k = q; k.x = mod(k.x + 2.0, 2.0) - 1.0; r = pick(r, max(length(k.xz) - 0.2, q.y - 2.0), 6.0); r = pick(r, box(k - vec3(0, 1.98, 0), vec3(0.28, 0.08, 0.28)), 6.0);
    r = pick(r, max(dot(q - vec3(0, 4.6, -0.2), normalize(vec3(0, 1.0, -0.5))), -(q.y - 4.5)) , 12.0); r = pick(r, box(q - vec3(0, 3.0, 3.4), vec3(11.0, 3.0, 0.2)), 4.0);
    r = pick(r, box(p - vec3(0, 0.02, 0), vec3(0.9, 0.02, 6.4)), 2.0); r = pick(r, box(p - vec3(0, 0.02, 0), vec3(6.4, 0.02, 0.9)), 2.0); vec3 f = p - vec3(0, 0, 1.2); 
    r = pick(r, max(abs(length(f.xz) - 1.0) - 0.12, f.y - 0.7), 6.0); r = pick(r, max(length(f.xz) - 1.0, f.y - 0.55), 11.0); vec3 h = p; h.xz = abs(h.xz) - 3.4; r = pick(r, (box(h - vec3(0, 0.35, 0), vec3(1.9, 0.3, 1.9)) - 0.08 + 0.07 * noise(p * 8.0)) * 0.8, 9.0); r = pick(r, (length((h - vec3(0, 1.25, 0)) * vec3(1, 0.8, 1)) - 0.75 + 0.18 * noise(p * 6.0)) * 0.7, 9.0);
    vec3 tw = p - vec3(7.0, 0, 12.0); r = pick(r, max(box(tw - vec3(0, 5.5, 0), vec3(1.6, 5.5, 1.6)), -max(arches(tw - vec3(0, 8.2, 0), 2.4, 1.0, 0.5), -(tw.y - 8.2))), 4.0); r = pick(r, max(dot(vec2(max(abs(tw.x), abs(tw.z)), tw.y - 13.6), normalize(vec2(1.7, 1.0))), -(tw.y - 11.0)), 12.0);
  } else {
    for (int i = 0; i < 9; i++) { float f = float(i); r = pick(r, box(p - vec3(-2.2, 0.12 + 0.24 * f, 4.0 + 0.42 * f), vec3(1.5, 0.12 + 0.24 * f, 0.5)), 3.0); }
    r = pick(r, box(p - vec3(-2.2, 1.08, 10.0), vec3(4.2, 1.14, 2.6)), 3.0); vec3 q = p - vec3(-2.0, 2.2, 10.5); float wall = max(box(q - vec3(0, 2.0, 0), vec3(4.0, 2.0, 0.4)), -arches(q, 2.6, 1.6, 0.8)); r = pick(r, wall, 4.0);
    q = p - vec3(4.4, 0, 8.0); r = pick(r, max(box(q - vec3(0, 2.9, 0), vec3(1.7, 2.9, 1.7)), -min(arches(q, 9.0, 1.9, 0.85), arches(q.zyx, 9.0, 1.9, 0.85))), 7.0); r = pick(r, length(q - vec3(0, 5.8, 0)) - 1.35, 4.0);
    r = pick(r, box(p - vec3(-7.0, 3.4, 8.0), vec3(1.7, 3.4, 1.9)), 7.0); r = pick(r, box(p - vec3(0.0, 1.2, -9.0), vec3(6.0, 1.2, 1.0)), 3.0); r = pick(r, box(p - vec3(9.0, 2.2, 1.0), vec3(1.0, 2.2, 4.0)), 4.0); q = p - vec3(-9.0, 0, 0.0); r = pick(r, max(box(q - vec3(0, 2.2, 0), vec3(0.5, 2.2, 5.0)), -arches(q.zyx, 2.6, 1.7, 0.85)), 7.0);
    r = pick(r, box(p - vec3(1.4, 0.02, 4.2), vec3(1.5, 0.025, 2.4)), 11.0); q = p - vec3(1.6, 0.0, 7.6); r = pick(r, max(length(q.xz) - 0.09 - 0.03 * sin(q.y * 2.0), q.y - 2.4), 8.0); r = pick(r, (length((q - vec3(0.1, 2.9, 0)) * vec3(1, 1.1, 1)) - 0.95 + 0.4 * noise(p * 3.5)) * 0.7, 9.0);
  }
  return r;
}
vec3 skyAt(vec3 rd) { vec3 c = mix(skyA, skyB, pow(clamp(rd.y * 1.15, 0.0, 1.0), 0.55)); c = mix(c, mix(vec3(1), light, 0.3), smoothstep(0.48, 0.78, cloudCover(rd, 0.5, 0.03, 5)) * 0.85); c += sunGlow(rd, sun, light, 1.0) * 0.6;
  float el = elevation(rd), az = azimuth(rd); if (el < 0.05 * fbm(around(az, 4.0), 4) + 0.012) c = mix(skyA, u_variant == 1 ? paint(0x4a4668) : paint(0x7fa08f), 0.6); return c; }
vec3 normalAt(vec3 p) { vec2 e = vec2(0.002, -0.002); return normalize(e.xyy * map(p + e.xyy).x + e.yyx * map(p + e.yyx).x + e.yxy * map(p + e.yxy).x + e.xxx * map(p + e.xxx).x); }
vec3 skin(float m, vec3 p, vec3 n) {
  if (m < 1.5) { if (u_variant == 3) { vec2 t = abs(fract(p.xz * 0.5) - 0.5); return mix(paint(0xe3d6c6), paint(0xcbb8a5), smoothstep(0.47, 0.49, max(t.x, t.y))); } float f = fbm(p.xz * 1.5, 4); return mix(paint(0x5f8f3f), paint(0x93b85a), f) * (0.85 + 0.3 * noise(p.xz * 30.0)); }
  if (m < 2.5) { vec2 t = abs(fract(p.xz * 1.25) - 0.5); return mix(paint(0xd9cfc0), paint(0xb9ad9c), smoothstep(0.45, 0.49, max(t.x, t.y))) * (0.92 + 0.12 * hash2(floor(p.xz * 1.25))); }
  if (m < 3.5) return u_variant == 2 ? mix(paint(0xd9bf94), paint(0xe8d6b4), noise(p * 2.0)) : u_variant == 3 ? paint(0xf6efe6) : mix(paint(0xb3593f), paint(0xc97a58), noise(floor(p * vec3(3, 9, 3)))) ;
  if (m < 4.5) return u_variant == 2 ? mix(paint(0xcfae80), paint(0xe0c79c), noise(p * 1.5)) : u_variant == 3 ? paint(0xf2b79a) : paint(0xefe6d6);
  if (m < 6.5) return u_variant == 3 ? paint(0xffffff) : u_variant == 2 ? paint(0xe9dcc0) : paint(0xd6d3cb);
  if (m < 7.5) return u_variant == 3 ? paint(0x7fb7b5) : mix(paint(0x9fb4c4), paint(0xb9cad6), step(0.5, fract(p.y * 0.57))); if (m < 8.5) return paint(0x6b4a33);
  if (m < 9.5) return mix(paint(0x3f7a2f), paint(0x8ab84a), noise(p * 5.0)); if (m < 10.5) return paint(0x9a6a3f); if (m < 11.5) return paint(0x4fa3b8); return mix(paint(0xa8553a), paint(0xc4734c), step(0.5, fract(p.y * 5.0)));
}
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  if (u_variant == 0) { sun = toward(-48.0, 42.0); light = paint(0xfff3da) * 1.35; skyA = paint(0xdceff8); skyB = paint(0x3f86d0); } else if (u_variant == 1) { sun = toward(-62.0, 12.0); light = paint(0xffb56a) * 1.5; skyA = paint(0xffcf9a); skyB = paint(0x5a6fb0); }
  else if (u_variant == 2) { sun = toward(50.0, 40.0); light = paint(0xffe9c0) * 1.4; skyA = paint(0xe6f0f2); skyB = paint(0x4a8fcf); } else { sun = toward(-52.0, 36.0); light = paint(0xfff0da) * 1.3; skyA = paint(0xf8e0d0); skyB = paint(0x6fb8d9); }
  float t = 0.05; vec2 h = vec2(0); bool hit = false; for (int i = 0; i < 150; i++) { h = map(ro + rd * t); if (h.x < 0.0008 * (1.0 + t)) { hit = true; break; } t += h.x * 0.9; if (t > 90.0) break; }
  if (!hit) return skyAt(rd);
  vec3 p = ro + rd * t, n = normalAt(p); float s = 1.0, k = 0.04; for (int i = 0; i < 46; i++) { float d = map(p + n * 0.02 + sun * k).x; s = min(s, 16.0 * d / k); k += clamp(d, 0.03, 1.2); if (s < 0.01 || k > 26.0) break; } s = clamp(s, 0.0, 1.0);
  float ao = 1.0, w = 1.0; for (int i = 1; i <= 5; i++) { float d = 0.16 * float(i); ao -= w * max(0.0, d - map(p + n * d).x) * 0.55; w *= 0.7; } ao = clamp(ao, 0.2, 1.0);
  vec3 alb = skin(h.y, p, n); vec3 amb = mix(paint(0xa08f80), mix(skyB, skyA, 0.45), 0.5 + 0.5 * n.y) * 0.62; vec3 c = alb * (light * max(dot(n, sun), 0.0) * s + amb * ao);
  if (h.y > 4.5 && h.y < 5.5) { vec3 r = reflect(rd, n); c = mix(paint(0x20303c), skyAt(vec3(r.x, abs(r.y) + 0.08, r.z)), 0.55); if (u_variant == 1 && hash3(floor(p * vec3(0.66, 0.57, 0.66))) > 0.5) c = paint(0xffd28a) * 1.05; }
  if (h.y > 10.5 && h.y < 11.5) { vec3 r = reflect(rd, normalize(vec3(0.06 * (noise(p.xz * 6.0 + u_time) - 0.5), 1, 0.06 * (noise(p.xz * 6.0 + 9.0 - u_time) - 0.5)))); c = mix(c, skyAt(r), 0.55); }
  return mix(c, skyA, 1.0 - exp(-t * t * 0.00022));
}
