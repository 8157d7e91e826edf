# language: vi
Tính năng: Sửa thông tin đã ghi
  Ghi sai thì sửa bằng một việc có lý do, có vết; giấy đã in không còn đúng thì hết giá trị và in lại
  (thông tin trên giấy tiếp nhận hồ sơ và hẹn trả kết quả: Nghị định 118/2025/NĐ-CP, Điều 17).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Sửa tên chủ hồ sơ, giấy hẹn in lại
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Và giấy hẹn đã in
    Khi cán bộ sửa tên chủ hồ sơ thành "Lò Thị Mẫu" vì "gõ nhầm người"
    Thì vết sửa ghi "Đỗ Thị Ưởng" thành "Lò Thị Mẫu", lý do "gõ nhầm người"
    Và giấy hẹn đã in không còn giá trị
    Và tìm "lo thi mau" thấy hồ sơ ấy
    Và tìm "uong" không thấy hồ sơ nào
    Và hẹn trả lúc "17:30 12/10/2026"
    Khi giấy hẹn đã in
    Thì giấy hẹn đã in vẫn còn giá trị

  Tình huống: Phải có lý do và phải có thay đổi
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ sửa tên chủ hồ sơ thành "Lò Thị Mẫu" vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
    Khi cán bộ sửa tên chủ hồ sơ thành "Đỗ Thị Ưởng" vì "xem lại"
    Thì chương trình nhắc "Chưa có gì thay đổi"
    Khi cán bộ sửa tên chủ hồ sơ thành "" vì "xoá"
    Thì chương trình nhắc "hãy"
    Và tìm "uong" thấy hồ sơ ấy

  Tình huống: Sửa thông tin không đổi được thủ tục
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ sửa mã thủ tục thành "1.004873" ở ô thông tin
    Thì chương trình nhắc "hãy dùng việc “đổi thủ tục”"

  Tình huống: Hồ sơ đã dừng thì không sửa nữa
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi người nộp xin dừng bằng "đơn tại quầy" vì "đổi ý"
    Và cán bộ sửa tên chủ hồ sơ thành "Lò Thị Mẫu" vì "gõ nhầm"
    Thì chương trình nhắc "đã dừng theo yêu cầu nên không sửa thông tin được"
