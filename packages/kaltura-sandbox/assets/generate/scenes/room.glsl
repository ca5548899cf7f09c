// Interiors. Variants: 0 classroom, 1 gallery, 2 library, 3 laboratory
vec3 sun = normalize(vec3(-0.72, 0.52, 0.30));
vec3 half3; // half size of the room
float box(vec3 p, vec3 b) { vec3 q = abs(p) - b; return length(max(q, 0.0)) + min(max(q.x, max(q.y, q.z)), 0.0); }
float tube(vec3 p, float h, float r) { vec2 d = abs(vec2(length(p.xz), p.y)) - vec2(r, h); return min(max(d.x, d.y), 0.0) + length(max(d, 0.0)); }
vec2 pick(vec2 a, float d, float m) { return d < a.x ? vec2(d, m) : a; }

float windows(vec3 p) { // holes in the left wall
  vec3 q = p - vec3(-half3.x, 1.75, 0.0);
  float span = u_variant == 2 ? 3.2 : 2.2;
  q.z -= span * clamp(round(q.z / span), -1.0, 1.0) ;
  float hole = box(q, vec3(0.6, u_variant == 2 ? 1.25 : 0.85, span * 0.36));
  if (u_variant == 2) hole = min(hole, max(length((q - vec3(0, 1.2, 0)).yz) - span * 0.36, abs(q.x) - 0.6));
  float bars = min(box(q, vec3(0.03, 1.3, 0.025)), box(q - vec3(0, 0.25, 0), vec3(0.03, 0.025, span * 0.36)));
  return max(hole, -bars);
}
vec2 shell(vec3 p) {
  float room = -box(p - vec3(0, half3.y, 0), half3);
  float wall = max(room, -windows(p));
  float m = p.y < 0.02 ? 1.0 : p.y > half3.y * 2.0 - 0.02 ? 2.0 : 3.0;
  return vec2(wall, m);
}
vec2 map(vec3 p) {
  vec2 r = shell(p);
  if (u_variant == 0) {
    vec3 q = p - vec3(0.3, 0, 0.0); q.x -= 1.7 * clamp(round(q.x / 1.7), -1.0, 1.0); q.z -= 1.45 * clamp(round(q.z / 1.45), -1.0, 1.0);
    r = pick(r, box(q - vec3(0, 0.74, 0), vec3(0.58, 0.02, 0.28)) - 0.01, 10.0);
    vec3 l = vec3(abs(q.x) - 0.5, q.y - 0.36, abs(q.z) - 0.2); r = pick(r, box(l, vec3(0.016, 0.36, 0.016)), 11.0);
    vec3 ch = q - vec3(0, 0, -0.55); r = pick(r, box(ch - vec3(0, 0.46, 0), vec3(0.21, 0.015, 0.2)) - 0.01, 12.0);
    r = pick(r, box(ch - vec3(0, 0.78, -0.19), vec3(0.2, 0.12, 0.012)) - 0.01, 12.0);
    vec3 cl = vec3(abs(ch.x) - 0.18, ch.y - 0.3, abs(ch.z) - 0.17); r = pick(r, box(cl, vec3(0.012, 0.3, 0.012)), 11.0);
    r = pick(r, box(p - vec3(0.2, 1.75, half3.z), vec3(1.9, 0.62, 0.03)), 13.0);
    r = pick(r, box(p - vec3(0.2, 1.75, half3.z), vec3(1.95, 0.67, 0.022)), 14.0);
    r = pick(r, box(p - vec3(1.6, 0.45, half3.z - 0.9), vec3(0.75, 0.45, 0.34)) - 0.01, 14.0);
    vec3 g = p - vec3(2.9, 0.0, half3.z - 0.5); r = pick(r, length(g - vec3(0, 1.28, 0)) - 0.2, 15.0); r = pick(r, tube(g - vec3(0, 0.5, 0), 0.5, 0.22), 14.0); r = pick(r, tube(g - vec3(0, 1.04, 0), 0.05, 0.06), 11.0);
    vec3 la = p - vec3(0.0, half3.y * 2.0 - 0.25, 0.0); la.z -= 1.6 * clamp(round(la.z / 1.6), -1.0, 1.0); r = pick(r, box(la, vec3(2.0, 0.03, 0.07)), 20.0);
    vec3 sh = p - vec3(half3.x - 0.18, 0.55, -0.6); r = pick(r, max(box(sh, vec3(0.2, 0.55, 1.5)), -box(vec3(sh.x + 0.1, mod(sh.y + 0.55, 0.37) - 0.19, mod(sh.z + 1.5, 0.75) - 0.375), vec3(0.2, 0.165, 0.34))), 14.0);
  } else if (u_variant == 1) {
    vec3 q = p - vec3(half3.x, 1.75, 0.0); q.z -= 2.6 * clamp(round(q.z / 2.6), -1.0, 1.0);
    r = pick(r, box(q, vec3(0.04, 0.62, 0.88)), 30.0); r = pick(r, box(q, vec3(0.03, 0.67, 0.93)), 11.0);
    r = pick(r, box(p - vec3(0.0, 1.8, half3.z), vec3(1.7, 0.9, 0.04)), 31.0);
    r = pick(r, box(p - vec3(0.2, 0.42, 0.3), vec3(0.8, 0.05, 0.28)) - 0.02, 12.0); r = pick(r, box(vec3(abs(p.x - 0.2) - 0.6, p.y - 0.2, p.z - 0.3), vec3(0.04, 0.2, 0.24)), 12.0);
    vec3 s = p - vec3(-1.6, 0.0, 1.8); r = pick(r, box(s - vec3(0, 0.45, 0), vec3(0.32, 0.45, 0.32)), 3.0);
    vec3 k = s - vec3(0, 1.35, 0); k.xz = rot(k.y * 2.6 + 0.4) * k.xz; r = pick(r, (box(k, vec3(0.17, 0.42, 0.17)) - 0.04) * 0.6, 32.0);
    vec3 s2 = p - vec3(1.3, 0.0, 2.3); r = pick(r, box(s2 - vec3(0, 0.5, 0), vec3(0.26, 0.5, 0.26)), 3.0);
    r = pick(r, length(vec2(length(s2.xy - vec2(0, 1.36)) - 0.26, s2.z)) - 0.085, 33.0);
    vec3 la = p - vec3(0.6, half3.y * 2.0 - 0.12, 0.0); la.z -= 1.3 * clamp(round(la.z / 1.3), -2.0, 2.0); r = pick(r, tube(la, 0.09, 0.06), 11.0); r = pick(r, tube(la + vec3(0, 0.09, 0), 0.012, 0.05), 20.0);
  } else if (u_variant == 2) {
    vec3 q = p - vec3(half3.x - 0.22, 0, 0); vec3 c = vec3(q.x, mod(q.y, 0.44) - 0.22, mod(q.z + 0.7, 1.4) - 0.7);
    float shelf = max(box(q - vec3(0, 1.55, 0), vec3(0.24, 1.55, half3.z)), -box(c + vec3(0.16, 0, 0), vec3(0.3, 0.195, 0.66)));
    r = pick(r, shelf, 14.0);
    float id = floor((p.z + 30.0) / 0.062), lvl = floor(p.y / 0.44); float h = hash2(vec2(id, lvl + 3.0));
    vec3 b = vec3(q.x - 0.02, mod(p.y, 0.44) - 0.025 - 0.13 - 0.02 * h, mod(p.z + 30.0, 0.062) - 0.031);
    if (p.y < 3.06 && h > 0.12) r = pick(r, box(b, vec3(0.14 + 0.02 * h, 0.12 + 0.03 * h, 0.026)) * 0.7, 40.0);
    q = p - vec3(0.0, 0, half3.z - 0.22); 
    c = vec3(mod(q.x + 0.7, 1.4) - 0.7, mod(q.y, 0.44) - 0.22, q.z);
    r = pick(r, max(box(q - vec3(0, 1.55, 0), vec3(half3.x, 1.55, 0.24)), -box(c + vec3(0, 0, 0.16), vec3(0.66, 0.195, 0.3))), 14.0);
    id = floor((p.x + 30.0) / 0.062); h = hash2(vec2(id, lvl + 9.0));
    b = vec3(mod(p.x + 30.0, 0.062) - 0.031, b.y, q.z - 0.02);
    if (p.y < 3.06 && h > 0.12) r = pick(r, box(b, vec3(0.026, 0.12 + 0.03 * h, 0.14 + 0.02 * h)) * 0.7, 41.0);
    vec3 t = p - vec3(-0.3, 0, 0.2); r = pick(r, box(t - vec3(0, 0.75, 0), vec3(0.65, 0.025, 1.6)) - 0.01, 10.0); r = pick(r, box(vec3(abs(t.x) - 0.5, t.y - 0.36, abs(t.z) - 1.4), vec3(0.04, 0.36, 0.04)), 14.0);
    vec3 la = t - vec3(0, 0.78, 0); la.z -= 1.1 * clamp(round(la.z / 1.1), -1.0, 1.0); r = pick(r, tube(la - vec3(0, 0.2, 0), 0.2, 0.012), 11.0); r = pick(r, max(length(la - vec3(0, 0.36, 0)) - 0.14, -(la.y - 0.36)), 42.0);
    vec3 bk = t - vec3(0.25, 0.80, 0.5); bk.xz = rot(0.3) * bk.xz; r = pick(r, box(bk, vec3(0.13, 0.022, 0.18)), 43.0);
    vec3 ch = p - vec3(0.75, 0, 0.2); ch.z -= 1.1 * clamp(round(ch.z / 1.1), -1.0, 1.0); r = pick(r, box(ch - vec3(0, 0.45, 0), vec3(0.2, 0.02, 0.2)) - 0.01, 12.0); r = pick(r, box(ch - vec3(0.2, 0.75, 0), vec3(0.014, 0.28, 0.2)) - 0.01, 12.0); r = pick(r, box(vec3(abs(ch.x) - 0.17, ch.y - 0.22, abs(ch.z) - 0.17), vec3(0.016, 0.22, 0.016)), 12.0);
  } else {
    vec3 q = p - vec3(0.3, 0, 0.2); q.z -= 2.0 * clamp(round(q.z / 2.0), -1.0, 1.0);
    r = pick(r, box(q - vec3(0, 0.88, 0), vec3(1.9, 0.03, 0.42)) - 0.005, 3.0); r = pick(r, box(q - vec3(0, 0.42, 0), vec3(1.8, 0.42, 0.36)), 50.0);
    vec3 f = q - vec3(0, 0.92, 0); float id = clamp(round(f.x / 0.62), -2.0, 2.0); f.x -= id * 0.62;
    float cone = max(length(f - vec3(0, 0.11, 0)) - 0.125, -f.y); cone = min(cone, tube(f - vec3(0, 0.26, 0), 0.08, 0.04)); r = pick(r, cone, 51.0 + mod(id + 2.0, 3.0));
    r = pick(r, box(f - vec3(0.3, 0.10, 0.1), vec3(0.05, 0.10, 0.05)), 11.0); r = pick(r, tube((f - vec3(0.28, 0.27, 0.05)).xzy, 0.12, 0.035), 55.0);
    vec3 st = q - vec3(0.0, 0, -0.75); st.x -= 1.1 * clamp(round(st.x / 1.1), -1.0, 1.0); r = pick(r, tube(st - vec3(0, 0.6, 0), 0.03, 0.18), 12.0); r = pick(r, tube(st - vec3(0, 0.3, 0), 0.3, 0.025), 11.0); r = pick(r, tube(st - vec3(0, 0.015, 0), 0.015, 0.2), 11.0);
    r = pick(r, box(p - vec3(0.4, 2.3, half3.z), vec3(2.0, 0.5, 0.3)), 50.0); r = pick(r, box(p - vec3(0.4, 1.3, half3.z), vec3(1.3, 0.36, 0.04)), 56.0);
    vec3 la = p - vec3(0.3, half3.y * 2.0, 0.0); la.z -= 1.6 * clamp(round(la.z / 1.6), -1.0, 1.0); r = pick(r, box(la, vec3(1.6, 0.04, 0.16)), 20.0);
  }
  return r;
}
vec3 art(vec2 p, float id) {
  vec2 q = p * 1.6 + id * 7.0; float f = fbm(q + 2.0 * vec2(fbm(q, 3), fbm(q + 4.0, 3)), 4);
  if (mod(id, 3.0) < 1.0) return three(paint(0x16315a), paint(0xe7a23c), paint(0xf4efe2), f * 1.15 - 0.05);
  if (mod(id, 3.0) < 2.0) { vec3 c = paint(0xf1e9da); for (int i = 0; i < 5; i++) { float k = float(i) + id * 5.0; float d = length(p - vec2(-0.7 + 1.4 * hash1(k), -0.4 + 0.8 * hash1(k + 9.0))); c = mix(c, three(paint(0xd1495b), paint(0x00798c), paint(0xedae49), hash1(k + 4.0)), step(d, 0.14 + 0.22 * hash1(k + 2.0))); } return c; }
  return three(paint(0x3b1f4f), paint(0xc2456a), paint(0xffd3a1), clamp(0.5 + 0.6 * p.y + 0.4 * (f - 0.5), 0.0, 1.0));
}
vec3 skin(float m, vec3 p, vec3 n) {
  if (m < 1.5) { // floor
    if (u_variant == 3 || u_variant == 1) return (u_variant == 1 ? paint(0xb9b2a6) : paint(0xb7c3c9)) * (0.94 + 0.08 * step(0.985, max(fract(p.x * 0.9), fract(p.z * 0.9))) * -2.0 + 0.1 * fbm(p.xz * 2.0, 3));
    float plank = floor(p.x / 0.16); float tone = hash2(vec2(plank, floor((p.z + hash2(vec2(plank, 1.0)) * 3.0) / 1.8)));
    vec3 wood = mix(paint(0xa8743f), paint(0xc99a62), tone); if (u_variant == 2) wood = mix(paint(0x6b3f22), paint(0x8a5a34), tone);
    wood *= 0.86 + 0.24 * noise(vec2(p.x * 60.0, p.z * 3.0));
    return wood * (1.0 - 0.5 * smoothstep(0.47, 0.5, abs(fract(p.x / 0.16) - 0.5)));
  }
  if (m < 2.5) return u_variant == 2 ? paint(0xe8dcc4) : paint(0xf4f3ef);
  if (m < 3.5) {
    if (u_variant == 0) return p.y < 1.05 && abs(n.y) < 0.5 ? paint(0xa9c9c0) : paint(0xf3ecdd);
    if (u_variant == 2) return p.y < 0.9 ? paint(0x6a4a30) : paint(0xe9dcc2);
    return u_variant == 3 ? paint(0xeef3f5) : paint(0xf3f1ec);
  }
  if (m < 10.5) return mix(paint(0xd9b382), paint(0xe8caa0), noise(vec2(p.x * 4.0, p.z * 50.0)));
  if (m < 11.5) return paint(0x4a5058);
  if (m < 12.5) return u_variant == 0 ? (hash2(floor(p.xz / 1.4)) > 0.5 ? paint(0x3f7f8f) : paint(0xe2a03f)) : u_variant == 3 ? paint(0x2f5f7a) : paint(0x7a4a2a);
  if (m < 13.5) { vec2 u = (p.xy - vec2(0.2, 1.75)); vec3 c = mix(paint(0x234f40), paint(0x2f6350), fbm(u * 3.0, 4));
    float line = abs(u.y - 0.28 * sin(u.x * 3.0)); c = mix(c, paint(0xf4f1dc), smoothstep(0.022, 0.01, line) * step(abs(u.x), 1.2) * 0.9);
    c = mix(c, paint(0xf4f1dc), smoothstep(0.012, 0.006, min(abs(u.y + 0.05) + step(1.3, abs(u.x)), abs(u.x + 1.15) + step(0.5, abs(u.y)))) * 0.8);
    vec2 g = (u - vec2(0.45, 0.42)) * 14.0; if (g.x > 0.0 && g.x < 14.0 && abs(g.y) < 2.0) c = mix(c, paint(0xffd9a0), step(0.62, hash2(vec2(g.x * 2.0, floor(g.y)))) * step(0.3, fract(g.y)) * step(fract(g.y), 0.75) * 0.7); return c; }
  if (m < 14.5) return u_variant == 2 ? paint(0x6b452a) * (0.85 + 0.3 * noise(p * vec3(6, 40, 6))) : paint(0xb98a58);
  if (m < 15.5) { vec3 d = normalize(p - vec3(2.9, 1.28, half3.z - 0.5)); return mix(paint(0x2f7fb8), paint(0x7fb05a), smoothstep(0.5, 0.54, fbm(d * 2.4, 5))); }
  if (m < 30.5 && m > 29.5) { vec2 q = vec2(p.z - 2.6 * clamp(round(p.z / 2.6), -1.0, 1.0), p.y - 1.75); return art(q * 1.3, round(p.z / 2.6) + 2.0); }
  if (m < 31.5 && m > 30.5) return art(vec2(p.x, p.y - 1.8) * 0.9, 4.0 + u_seed);
  if (m < 32.5 && m > 31.5) return paint(0xc7583f);
  if (m < 33.5 && m > 32.5) return paint(0xe0b450);
  if (m > 39.5 && m < 41.5) { float id = m < 40.5 ? floor((p.z + 30.0) / 0.062) : floor((p.x + 30.0) / 0.062); float lvl = floor(p.y / 0.44), h = hash2(vec2(id, lvl + 77.0));
    vec3 c = three(three(paint(0x7a2b2b), paint(0x2f4a6b), paint(0x3f6b4a), h), paint(0xc49a52), paint(0x8a5a7a), hash2(vec2(id, lvl + 30.0))); float y = mod(p.y, 0.44); return mix(c, paint(0xe8cf8f), step(abs(y - 0.22), 0.008) * 0.7); }
  if (m < 42.5 && m > 41.5) return paint(0x2f6b52);
  if (m < 43.5 && m > 42.5) return paint(0xa33b3b);
  if (m < 50.5 && m > 49.5) return paint(0x7fa3b5);
  if (m > 50.5 && m < 54.5) return m < 51.5 ? paint(0x35b0c9) : m < 52.5 ? paint(0xe8677a) : paint(0xf0b840);
  if (m < 55.5) return paint(0x2b2f36);
  vec2 u = (p.xy - vec2(0.4, 1.3)); return mix(paint(0x12202c), paint(0x47d0b8), smoothstep(0.03, 0.012, abs(u.y - 0.16 * sin(u.x * 9.0) * exp(-abs(u.x)))) );
}
vec3 outside(vec3 rd) {
  vec3 c = mix(paint(0xf3f7f6), paint(0x9fcbea), smoothstep(0.0, 0.5, rd.y)) * 1.25;
  float hill = 0.06 + 0.10 * fbm(around(azimuth(rd), 2.6), 4), tree = hill * 0.6 + 0.05 * fbm(around(azimuth(rd), 16.0), 4);
  if (rd.y < hill) c = mix(paint(0xa8c6b4), paint(0xd9e8e4), 0.4);
  if (rd.y < tree) c = mix(paint(0x6fa05f), paint(0x98bd7c), noise(rd * 60.0));
  return c;
}
float march(vec3 ro, vec3 rd, float far, int steps, out float m) {
  float t = 0.02; m = 0.0;
  for (int i = 0; i < 140; i++) { if (i >= steps) break; vec2 h = map(ro + rd * t); if (h.x < 0.0006 * (1.0 + t)) { m = h.y; return t; } t += h.x * 0.92; if (t > far) break; }
  return -1.0;
}
vec3 normalAt(vec3 p) { vec2 e = vec2(0.0012, -0.0012); return normalize(e.xyy * map(p + e.xyy).x + e.yyx * map(p + e.yyx).x + e.yxy * map(p + e.yxy).x + e.xxx * map(p + e.xxx).x); }
vec3 shade(vec3 ro, vec3 rd, float t, float m) {
  vec3 p = ro + rd * t, n = normalAt(p), albedo = skin(m, p, n);
  if (m > 19.5 && m < 20.5) return paint(0xfff6e2) * 1.5;
  float k; float s = march(p + n * 0.01, sun, 14.0, 70, k); float lit = max(dot(n, sun), 0.0) * (s < 0.0 ? 1.0 : 0.0);
  float ao = 1.0, w = 1.0; for (int i = 1; i <= 5; i++) { float d = 0.07 * float(i); ao -= w * max(0.0, d - map(p + n * d).x) * 1.15; w *= 0.75; } ao = clamp(ao, 0.12, 1.0);
  vec3 window = vec3(-half3.x, 1.75, 0.0) - p; float near = 1.0 / (1.0 + dot(window, window) * 0.09);
  vec3 daylight = paint(0xdcebf7) * (0.35 + 0.65 * max(dot(n, normalize(window)), 0.0)) * near * 1.25;
  vec3 lamps = (u_variant == 2 ? paint(0xffcf94) : paint(0xfff1dc)) * (0.34 + 0.26 * n.y * sign(1.0)) * (u_variant == 1 ? 1.15 : 0.95);
  vec3 bounce = paint(0xf0d9b8) * 0.16 * (0.5 - 0.5 * n.y);
  vec3 c = albedo * (ao * (daylight + lamps + bounce) + (u_variant == 2 ? paint(0xffc98a) : paint(0xfff0d2)) * lit * 1.55);
  if (u_variant == 2) { vec3 la = p - vec3(-0.3, 1.05, 0.2); la.z -= 1.1 * clamp(round(la.z / 1.1), -1.0, 1.0); c += albedo * paint(0xffc06a) * 0.35 * exp(-dot(la, la) * 2.5); }
  if (m > 50.5 && m < 54.5) c = c * 0.8 + albedo * 0.25;
  return c;
}
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  half3 = u_variant == 1 ? vec3(3.4, 2.0, 4.2) : u_variant == 2 ? vec3(2.8, 1.75, 4.6) : vec3(3.5, 1.55, 3.9);
  float m; float t = march(ro, rd, 24.0, 140, m);
  if (t < 0.0 || (ro + rd * t).x < -half3.x - 0.45) return outside(rd);
  vec3 c = shade(ro, rd, t, m), p = ro + rd * t;
  float gloss = m < 1.5 ? (u_variant == 1 ? 0.22 : 0.13) : m < 10.5 && m > 9.5 ? 0.10 : m > 50.5 && m < 54.5 ? 0.25 : 0.0;
  if (gloss > 0.0) {
    vec3 n = m < 1.5 ? vec3(0, 1, 0) : normalAt(p), r = reflect(rd, n); float k; float f = gloss * (0.35 + 0.65 * pow(1.0 - max(dot(n, -rd), 0.0), 3.0)) * 1.6;
    float s = march(p + n * 0.02, r, 20.0, 70, k); c = mix(c, s < 0.0 ? outside(r) : shade(p + n * 0.02, r, s, k), f);
  }
  return c;
}
