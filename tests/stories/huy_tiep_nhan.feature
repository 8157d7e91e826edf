# language: vi
Tính năng: Huỷ tiếp nhận
  Tiếp nhận nhầm thì huỷ được trong mười phút, khi chưa có gì rời quầy. Mã số đã cấp không cấp lại cho
  hồ sơ khác (mỗi hồ sơ một mã: Nghị định 118/2025/NĐ-CP, Điều 17 khoản 3).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Huỷ trong mười phút
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "09:10 05/10/2026"
    Và cán bộ huỷ tiếp nhận vì "nhầm người nộp"
    Thì hồ sơ đang ở bước "đã huỷ tiếp nhận"
    Và không ai còn giữ hồ sơ
    Và lịch sử ghi thêm "Huỷ tiếp nhận"
    Và hồ sơ nhận tiếp theo mang mã "H40.16-261005-0002"

  Tình huống: Quá mười phút
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "09:11 05/10/2026"
    Và cán bộ huỷ tiếp nhận vì "nhầm người nộp"
    Thì chương trình nhắc "đã quá 10 phút"
    Và hồ sơ đang ở bước "đang giải quyết"

  Tình huống: Giấy hẹn đã in thì phải thu lại
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Và giấy hẹn đã in
    Khi cán bộ huỷ tiếp nhận vì "nhầm người nộp"
    Thì chương trình nhắc "hãy thu lại giấy rồi xác nhận đã thu"
    Khi cán bộ thu lại giấy hẹn rồi huỷ tiếp nhận, lý do "nhầm người nộp"
    Thì hồ sơ đang ở bước "đã huỷ tiếp nhận"
    Và giấy hẹn đã in không còn giá trị

  Tình huống: Đã chuyển đi thì không huỷ được
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và cán bộ huỷ tiếp nhận vì "nhầm người nộp"
    Thì chương trình nhắc "đã được xử lý nên không huỷ được"

  Tình huống: Phải có lý do
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ huỷ tiếp nhận vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
