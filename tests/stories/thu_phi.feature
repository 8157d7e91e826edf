# language: vi
Tính năng: Ghi thu phí, lệ phí
  Phí, lệ phí nộp tại quầy, chuyển khoản hay trực tuyến đều ghi vào hồ sơ cùng ký hiệu và số của biên lai
  điện tử (Nghị định 118/2025/NĐ-CP, Điều 24; Nghị định 254/2026/NĐ-CP, Điều 22 đến 24). Chương trình
  không in biên lai, chỉ ghi lại biên lai đã lập.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Thu đủ một lần
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.002516"
    Thì còn phải thu 8000 đồng
    Khi cán bộ thu 8000 đồng, biên lai ký hiệu "1C26TAA" số "0000123"
    Thì còn phải thu 0 đồng
    Và lịch sử ghi thêm "Thu phí, lệ phí"

  Tình huống: Thu làm hai lần
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.002516"
    Khi cán bộ thu 5000 đồng, biên lai ký hiệu "1C26TAA" số "0000123"
    Thì còn phải thu 3000 đồng
    Khi cán bộ thu số còn thiếu
    Thì đã thu 5000 và 3000 đồng
    Và còn phải thu 0 đồng

  Tình huống: Không có gì phải thu, hoặc số tiền bằng không
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.002516"
    Khi cán bộ thu 0 đồng, biên lai ký hiệu "1C26TAA" số "0000123"
    Thì chương trình nhắc "Số tiền thu phải lớn hơn 0"
    Khi cán bộ thu 8000 đồng, biên lai ký hiệu "1C26TAA" số "0000123"
    Và cán bộ thu số còn thiếu
    Thì chương trình nhắc "không còn phí, lệ phí phải thu"

  Tình huống: Đã huỷ tiếp nhận thì không thu nữa
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.002516"
    Khi cán bộ huỷ tiếp nhận vì "người dân nộp nhầm"
    Và cán bộ thu 8000 đồng, biên lai ký hiệu "1C26TAA" số "0000123"
    Thì chương trình nhắc "hồ sơ này không còn việc gì để làm"
