# language: vi
Tính năng: Dừng giải quyết theo yêu cầu của người nộp
  Người nộp được yêu cầu dừng khi chưa có quyết định; Một cửa ra thông báo dừng giải quyết hồ sơ (Nghị
  định 118/2025/NĐ-CP, Điều 21; Thông tư 03/2025/TT-VPCP, Điều 7).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Dừng tại quầy, giấy tờ gốc trả lại
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.010801"
    Khi đến "10:00 06/10/2026"
    Và người nộp xin dừng bằng "đơn tại quầy" vì "nộp lại ở nơi khác"
    Thì hồ sơ đang ở bước "đã dừng theo yêu cầu"
    Và thông báo dừng số "0001/2026/TBD", trả lại "Bản khai; Bằng Tổ quốc ghi công; Giấy tờ thân nhân"
    Và không ai còn giữ hồ sơ
    Và lịch sử ghi thêm "Dừng theo yêu cầu"

  Tình huống: Đang chờ bổ sung hay tạm dừng cũng dừng được
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ tạm dừng để "chờ ý kiến của cơ quan khác"
    Và người nộp xin dừng bằng "thư qua bưu điện" vì "đổi ý"
    Thì hồ sơ đang ở bước "đã dừng theo yêu cầu"

  Tình huống: Có kết quả rồi thì không dừng được nữa
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và người nộp xin dừng bằng "đơn tại quầy" vì "đổi ý"
    Thì chương trình nhắc "có kết quả, chờ trả nên không dừng theo yêu cầu được"
    Và hồ sơ đang ở bước "có kết quả, chờ trả"

  Tình huống: Phải ghi yêu cầu bằng cách nào và vì sao
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi người nộp xin dừng bằng "" vì "đổi ý"
    Thì chương trình nhắc "Chưa ghi người nộp yêu cầu dừng bằng cách nào"
    Khi người nộp xin dừng bằng "đơn tại quầy" vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
    Và hồ sơ đang ở bước "đang giải quyết"
