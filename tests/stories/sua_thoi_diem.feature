# language: vi
Tính năng: Sửa thời điểm đã ghi
  Thời hạn tính từ lúc nhận đủ hồ sơ, ghi trên giấy tiếp nhận (Nghị định 118/2025/NĐ-CP, Điều 17 khoản 3).
  Không ai sửa thẳng được hạn trả hay lúc xong; ghi sai thì sửa bằng một việc có lý do, và số liệu tính
  được cả hai cách, có sửa và không sửa.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Hồ sơ nhận chiều thứ Sáu, thứ Hai mới gõ vào máy
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Và giấy hẹn đã in
    Khi đến "09:20 05/10/2026"
    Và cán bộ sửa thời điểm tiếp nhận thành "16:00 02/10/2026" vì "hôm ấy mất điện"
    Thì hẹn trả lúc "17:30 09/10/2026"
    Và hạn ghi trên giấy hẹn đầu tiên vẫn là "17:30 12/10/2026"
    Và giấy hẹn đã in không còn giá trị
    Và vết sửa ghi thời điểm "09:00 05/10/2026" thành "16:00 02/10/2026"
    Và đến nay "Bộ phận Một cửa" giữ hồ sơ 3,33 giờ làm việc

  Tình huống: Kết quả có từ hôm trước
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "09:00 07/10/2026"
    Và cán bộ ghi có kết quả số "12/KS"
    Và cán bộ sửa thời điểm có kết quả thành "16:00 06/10/2026" vì "hôm sau mới ghi"
    Thì kết quả là "Giấy khai sinh" số "12/KS", có lúc "16:00 06/10/2026"
    Và lịch sử ghi thêm "Sửa thời điểm"

  Tình huống: Phải đúng thứ tự nhận, có kết quả, trả, và không ở tương lai
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "09:00 07/10/2026"
    Và cán bộ ghi có kết quả số "12/KS"
    Và cán bộ sửa thời điểm có kết quả thành "08:00 05/10/2026" vì "nhầm"
    Thì chương trình nhắc "không đúng thứ tự nhận, có kết quả, trả"
    Khi cán bộ sửa thời điểm có kết quả thành "09:01 07/10/2026" vì "nhầm"
    Thì chương trình nhắc "không đúng thứ tự nhận, có kết quả, trả"
    Khi cán bộ sửa thời điểm trả kết quả thành "08:00 07/10/2026" vì "nhầm"
    Thì chương trình nhắc "chưa có thời điểm này"

  Tình huống: Lúc nhận không thể sau lúc đã chuyển hồ sơ
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 05/10/2026"
    Và cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và đến "14:00 05/10/2026"
    Và cán bộ sửa thời điểm tiếp nhận thành "11:00 05/10/2026" vì "nhầm"
    Thì chương trình nhắc "không đúng thứ tự"
    Khi cán bộ sửa thời điểm tiếp nhận thành "08:30 05/10/2026" vì "nhầm"
    Thì đến nay "Bộ phận Một cửa" giữ hồ sơ 1,5 giờ làm việc

  Tình huống: Phải có lý do
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ sửa thời điểm tiếp nhận thành "08:30 05/10/2026" vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
